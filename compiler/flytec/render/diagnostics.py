"""Findings as text: `path/file.py:12: error[FTC204 invalid-binding]: message`, then the hint on a line of its own."""

import traceback
from collections.abc import Iterable
from typing import TextIO

from flytec.diagnostics import Diagnostic, Severity
from flytec.render.style import Role, Style, printable

_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.NOTE: Role.NOTE}


def write_findings(
    findings: Iterable[Diagnostic], stream: TextIO, style: Style, *, frames: bool = False, quiet: bool = False
) -> None:
    """Writes findings in the order given; `frames` shows the user's stack frames, `quiet` keeps errors only."""
    for finding in findings:
        if finding.severity is Severity.ERROR or not quiet:
            stream.writelines(f"{line}\n" for line in finding_lines(finding, style, frames=frames))


def finding_lines(finding: Diagnostic, style: Style, *, frames: bool = False) -> list[str]:
    """One finding: the first line says all that matters, the others help."""
    place = style.paint(printable(f"{finding.location}:"), Role.STRONG) + " " if finding.location else ""
    label = style.paint(f"{finding.severity.value}[{finding.code}]:", _ROLES[finding.severity])
    lines = [f"{place}{label} {printable(finding.message)}"]
    lines += [f"  note: {printable(note)}" for note in finding.notes]
    if finding.hint:
        lines.append(f"  hint: {printable(finding.hint)}")
    if frames and finding.frames:
        lines.append("  the way there, innermost last:")
        lines += [f"    {printable(line)}" for frame in finding.frames for line in frame.splitlines()]
    return lines


def write_traceback(error: BaseException, stream: TextIO) -> None:
    """Writes an exception with its whole traceback, for a report about flytec itself."""
    stream.writelines(traceback.format_exception(error))
