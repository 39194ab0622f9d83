"""Findings as messages: what `--format json` shows of them."""

from collections.abc import Iterable

from flytec.diagnostics import Diagnostic, Location, Severity
from flytec.ir import ours

FORM_VERSION = 1

_SEVERITIES = {
    Severity.ERROR: ours.SEVERITY_ERROR,
    Severity.WARNING: ours.SEVERITY_WARNING,
    Severity.NOTE: ours.SEVERITY_NOTE,
}


def view_findings(findings: Iterable[Diagnostic]) -> ours.DiagnosticList:
    """All findings of a run, in the order given."""
    return ours.DiagnosticList(version=FORM_VERSION, diagnostics=[view_finding(finding) for finding in findings])


def view_finding(finding: Diagnostic) -> ours.Diagnostic:
    """One finding, with everything that it says."""
    return ours.Diagnostic(
        code=finding.code.id,
        slug=finding.code.slug,
        severity=_SEVERITIES[finding.severity],
        message=finding.message,
        location=view_location(finding.location),
        hint=finding.hint,
        notes=finding.notes,
        frames=finding.frames,
    )


def view_location(location: Location | None) -> ours.Location | None:
    """A place in a file, if there is one."""
    return None if location is None else ours.Location(path=location.path, line=location.line)
