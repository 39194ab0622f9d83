"""Findings as messages: what `--format json` shows of them."""

from collections.abc import Iterable

from flytec.diagnostics import Diagnostic, Location, Severity, Subject
from flytec.ir import ours
from flytec.view.fingerprints import fingerprints

FORM_VERSION = 1

_SEVERITIES = {
    Severity.ERROR: ours.SEVERITY_ERROR,
    Severity.WARNING: ours.SEVERITY_WARNING,
    Severity.NOTE: ours.SEVERITY_NOTE,
}


def view_findings(findings: Iterable[Diagnostic], counts: ours.DiagnosticCounts | None = None) -> ours.DiagnosticList:
    """All findings of a run, in the order given."""
    return ours.DiagnosticList(version=FORM_VERSION, diagnostics=view_each(findings), counts=counts)


def view_each(findings: Iterable[Diagnostic]) -> list[ours.Diagnostic]:
    """Each finding with everything that it says, and with its fingerprint among all of them."""
    rows = tuple(findings)
    return [_view(row, fingerprint) for row, fingerprint in zip(rows, fingerprints(rows), strict=True)]


def _view(finding: Diagnostic, fingerprint: str) -> ours.Diagnostic:
    return ours.Diagnostic(
        code=finding.code.id,
        slug=finding.code.slug,
        severity=_SEVERITIES[finding.severity],
        message=_text(finding.message),
        location=view_location(finding.location),
        hint=_text(finding.hint),
        notes=map(_text, finding.notes),
        frames=map(_text, finding.frames),
        subject=_subject(finding.subject),
        fingerprint=fingerprint,
    )


def view_location(location: Location | None) -> ours.Location | None:
    """A place in a file, if there is one."""
    return None if location is None else ours.Location(path=_text(location.path), line=location.line)


def _subject(subject: Subject | None) -> ours.Subject | None:
    if subject is None:
        return None
    return ours.Subject(
        resource_type=f"RESOURCE_TYPE_{subject.kind.upper().replace(' ', '_')}",
        name=_text(subject.name),
        node=_text(subject.node),
        field=_text(subject.field),
        file=_text(subject.file),
    )


def _text(text: str) -> str:
    """Text that a message can hold: a file's name may have bytes that are no UTF-8, and so half characters here."""
    return text.encode(errors="backslashreplace").decode()
