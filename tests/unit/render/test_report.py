"""The report of `flytec check` for people: golden text."""

import io
from pathlib import Path

import pytest

from flytec.codes import BAKED_IN_SECRET, CLOCK_VALUE, LOCAL_PATH, UNREADABLE_FILE
from flytec.diagnostics import Diagnostic, Location, Severity, Subject
from flytec.ir import ours
from flytec.render.report import write_report
from flytec.render.style import Style
from layouts import lay_out

FLOWS = """\
from flytekit import task, workflow

@task(
    cache=True,
)
def t(n: int) -> int: ...

@workflow
def wf() -> int:
\tx = t(n=1)  # one
    return t(n=x).with_overrides(retries=2)
    return t(n=x), t(n=2)
    é = t(n='\x1b[31m')
"""


def at(line: int, path: str = "flows.py", severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(
        code=CLOCK_VALUE,
        message="a value is the time",
        severity=severity,
        location=Location(path, line),
        subject=Subject(kind="workflow", name="flows.wf", node="n0", field="template.nodes[0]"),
        hint="Ask in a task.",
    )


def report(folder: Path, *findings: Diagnostic, colour: bool = False, quiet: bool = False, **counts: int) -> str:
    lay_out(folder, {"flows.py": ""})
    (folder / "flows.py").write_text(FLOWS)
    stream = io.StringIO()
    numbers = ours.DiagnosticCounts(**counts)
    write_report(findings, numbers, stream, Style(colour=colour), folder=folder, quiet=quiet)
    return stream.getvalue()


def test_a_report(tmp_path: Path) -> None:
    bare = Diagnostic(code=UNREADABLE_FILE, message="no message", location=Location("out/x_1.pb"))
    in_file = Diagnostic(
        code=LOCAL_PATH,
        message="input 'a' is '/tmp/x'",
        severity=Severity.WARNING,
        location=Location("out/3_lp_3.pb"),
        notes=("also elsewhere",),
        subject=Subject(kind="launch plan", name="lp", field="spec.fixed_inputs", file="out/3_lp_3.pb"),
    )
    assert report(
        tmp_path, at(10), at(11), bare, in_file, entities=4, errors=1, warnings=3, ignored=2, in_baseline=5
    ) == (
        "flows.py:10: warning[FTC395 clock-value]: a value is the time\n"
        "  10 |     x = t(n=1)  # one\n"
        "     |         ^^^^^^\n"
        "  in workflow flows.wf, node n0\n"
        "  hint: Ask in a task.\n"
        "flows.py:11: warning[FTC395 clock-value]: a value is the time\n"
        "  11 |     return t(n=x).with_overrides(retries=2)\n"
        "     |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  in workflow flows.wf, node n0\n"
        "  hint: Ask in a task.\n"
        "\n"
        "out/x_1.pb: error[FTC401 unreadable-file]: no message\n"
        "\n"
        "out/3_lp_3.pb: warning[FTC394 local-path]: input 'a' is '/tmp/x'\n"
        "  in launch plan lp, spec.fixed_inputs\n"
        "  note: also elsewhere\n"
        "\n"
        "1 error, 3 warnings in 4 entities (2 ignored, 5 in the baseline)\n"
    )


def test_a_file_is_named_where_the_place_is_another(tmp_path: Path) -> None:
    subject = Subject(kind="task", name="t", field="template.id", file="out/1_t_1.pb")
    finding = Diagnostic(code=LOCAL_PATH, message="m", location=Location("gone.py", 3), subject=subject)
    assert "  in task t, out/1_t_1.pb: template.id\n" in report(tmp_path, finding)
    whole = Diagnostic(code=LOCAL_PATH, message="m", subject=Subject(kind="task", name="t", file="out/1_t_1.pb"))
    assert "  in task t, out/1_t_1.pb\n" in report(tmp_path, whole)


def test_nothing_found_is_one_line(tmp_path: Path) -> None:
    assert report(tmp_path, entities=1) == "no findings in 1 entity\n"
    assert report(tmp_path, entities=2, ignored=1) == "no findings in 2 entities (1 ignored)\n"


def test_quiet_keeps_errors(tmp_path: Path) -> None:
    text = report(tmp_path, at(9), at(9, severity=Severity.ERROR), quiet=True, entities=1, errors=1, warnings=1)
    assert text == (
        "flows.py:9: error[FTC395 clock-value]: a value is the time\n"
        "  9 | def wf() -> int:\n"
        "    | ^^^^^^^^^^^^^^^^\n"
        "  in workflow flows.wf, node n0\n"
        "  hint: Ask in a task.\n"
    )
    assert report(tmp_path, quiet=True) == ""


@pytest.mark.parametrize(
    ("line", "shown", "carets"),
    [
        (3, "@task(", " ^^^^^"),
        (6, "def t(n: int) -> int: ...", "^^^^^^^^^^^^^^^^^^^^^^^^^"),
        (8, "@workflow", "^^^^^^^^^"),
        (12, "    return t(n=x), t(n=2)", "    ^^^^^^^^^^^^^^^^^^^^^"),
        (13, "    é = t(n='\\x1b[31m')", "        ^^^^^^^^^^^^^^^"),
    ],
)
def test_carets_are_under_the_call_or_the_code(tmp_path: Path, line: int, shown: str, carets: str) -> None:
    margin = " " * len(str(line))
    assert f"  {line} | {shown}\n  {margin} | {carets}\n" in report(tmp_path, at(line))


@pytest.mark.parametrize("finding", [at(0), at(2), at(99), at(1, "gone.py"), at(1, "flows.pb"), at(1, ".")])
def test_where_there_is_no_line_none_is_shown(tmp_path: Path, finding: Diagnostic) -> None:
    assert " | " not in report(tmp_path, finding)


def test_a_long_line_is_cut(tmp_path: Path) -> None:
    lay_out(tmp_path, {"long.py": f"x = t({'a' * 300})  # end\n"})
    _, line, carets, *_ = report(tmp_path, at(1, "long.py")).splitlines()
    assert line == f"  1 | x = t({'a' * 154} ..."
    assert carets == f"    |     {'^' * 156}"


def test_a_file_in_another_encoding_is_read_as_it_says(tmp_path: Path) -> None:
    (tmp_path / "latin.py").write_bytes("# coding: latin-1\nü = t(1)\n".encode("latin-1"))
    assert "  2 | ü = t(1)\n    |     ^^^^\n" in report(tmp_path, at(2, "latin.py"))


def test_colours(tmp_path: Path) -> None:
    secret = Diagnostic(code=BAKED_IN_SECRET, message="m", severity=Severity.WARNING, location=Location("flows.py", 8))
    assert report(tmp_path, secret, colour=True, entities=1, warnings=1) == (
        "\x1b[1mflows.py:8:\x1b[0m \x1b[1;33mwarning[FTC398 baked-in-secret]:\x1b[0m m\n"
        "  \x1b[2m8 |\x1b[0m @workflow\n"
        "  \x1b[2m  |\x1b[0m \x1b[1;31m^^^^^^^^^\x1b[0m\n"
        "\n"
        "\x1b[1;33m1 warning\x1b[0m in 1 entity\n"
    )
