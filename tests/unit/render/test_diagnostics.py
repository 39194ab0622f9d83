import io

from flytec.codes import INVALID_BINDING
from flytec.diagnostics import Diagnostic, Location, Severity
from flytec.ir import ours
from flytec.ir.codec import from_json, to_json
from flytec.render.diagnostics import write_findings
from flytec.render.style import Style
from flytec.view.diagnostics import view_findings

FINDING = Diagnostic(
    code=INVALID_BINDING,
    message="n0 gives an int, a str was expected",
    location=Location("pkg/flow.py", 12),
    hint="Convert it.",
    notes=("n0 is made here",),
    frames=('File "pkg/flow.py", line 12, in wf\n    t(x=1)',),
)


def text(*findings: Diagnostic, colour: bool = False, frames: bool = False, quiet: bool = False) -> str:
    stream = io.StringIO()
    write_findings(findings, stream, Style(colour=colour), frames=frames, quiet=quiet)
    return stream.getvalue()


def test_a_finding_says_where_what_and_what_to_do() -> None:
    assert text(FINDING) == (
        "pkg/flow.py:12: error[FTC204 invalid-binding]: n0 gives an int, a str was expected\n"
        "  note: n0 is made here\n"
        "  hint: Convert it.\n"
    )


def test_frames_are_shown_on_request() -> None:
    assert text(FINDING, frames=True).splitlines()[-3:] == [
        "  the way there, innermost last:",
        '    File "pkg/flow.py", line 12, in wf',
        "        t(x=1)",
    ]


def test_a_finding_without_place_hint_and_notes_is_one_line() -> None:
    bare = Diagnostic(code=INVALID_BINDING, message="m", severity=Severity.WARNING)
    assert text(bare) == "warning[FTC204 invalid-binding]: m\n"


def test_a_finding_without_line_shows_the_file() -> None:
    bare = Diagnostic(code=INVALID_BINDING, message="m", location=Location("x.py"))
    assert text(bare) == "x.py: error[FTC204 invalid-binding]: m\n"


def test_quiet_keeps_errors() -> None:
    warning = Diagnostic(code=INVALID_BINDING, message="m", severity=Severity.WARNING)
    assert text(warning, FINDING, quiet=True) == text(FINDING)


def test_colours_are_for_terminals() -> None:
    bare = Diagnostic(code=INVALID_BINDING, message="m", location=Location("x.py"))
    place, label = "\x1b[1mx.py:\x1b[0m", "\x1b[1;31merror[FTC204 invalid-binding]:\x1b[0m"
    assert text(bare, colour=True) == f"{place} {label} m\n"


def test_what_a_file_holds_does_not_steer_the_terminal() -> None:
    bare = Diagnostic(code=INVALID_BINDING, message="a\x1b[2J\nb\u202e", location=Location("x\r.py", 1))
    assert text(bare) == "x\\r.py:1: error[FTC204 invalid-binding]: a\\x1b[2J\\nb\\u202e\n"


def test_the_machine_readable_form_holds_everything() -> None:
    made = from_json(ours.DiagnosticList, to_json(view_findings([FINDING])))
    assert made.version == 1
    (row,) = made.diagnostics
    assert (row.code, row.slug, row.severity) == ("FTC204", "invalid-binding", ours.SEVERITY_ERROR)
    assert (row.message, row.hint) == (FINDING.message, FINDING.hint)
    assert (row.location.path, row.location.line) == ("pkg/flow.py", 12)
    assert (tuple(row.notes), tuple(row.frames)) == (FINDING.notes, FINDING.frames)
