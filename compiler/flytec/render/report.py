"""The findings of `flytec check` for a person: by file, with the line that each is at, and a last line that counts."""

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from flytec.diagnostics import Diagnostic, Severity
from flytec.ir import ours
from flytec.render.diagnostics import finding_lines
from flytec.render.excerpt import Excerpts
from flytec.render.style import Role, Style, printable


def write_report(
    findings: Iterable[Diagnostic],
    counts: ours.DiagnosticCounts,
    stream: TextIO,
    style: Style,
    *,
    folder: Path,
    frames: bool = False,
    quiet: bool = False,
) -> None:
    """Writes findings in the order given, a blank line between those of two files.

    Args:
        findings: sorted by file.
        counts: for the last line.
        stream: takes the text.
        style: with colours or without.
        folder: where the paths of source files count from.
        frames: also the user's stack frames.
        quiet: errors only, and no last line.
    """
    excerpts, previous = Excerpts(folder), None
    for finding in findings:
        if quiet and finding.severity is not Severity.ERROR:
            continue
        path = finding.location.path if finding.location else ""
        if previous is not None and previous != path:
            stream.write("\n")
        previous = path
        stream.writelines(f"{line}\n" for line in _lines(finding, excerpts, style, frames=frames))
    if not quiet:
        stream.write(("" if previous is None else "\n") + _summary(counts, style) + "\n")


def _lines(finding: Diagnostic, excerpts: Excerpts, style: Style, *, frames: bool) -> list[str]:
    first, *others = finding_lines(finding, style, frames=frames)
    excerpt = excerpts.lines(finding.location, style) if finding.location else []
    about = [f"  in {printable(text)}" for text in _about(finding)]
    return [first, *excerpt, *about, *others]


def _about(finding: Diagnostic) -> list[str]:
    """The entity, the node and the field on one line: with the file, where a reader may want to look into it."""
    subject, place = finding.subject, finding.location
    if subject is None:
        return []
    parts = [str(subject)]
    if subject.node:
        parts.append(f"node {subject.node}")
    if subject.file:
        file = "" if place is not None and place.path == subject.file else subject.file
        parts += [": ".join(part for part in (file, subject.field) if part)]
    return [", ".join(part for part in parts if part)]


def _summary(counts: ours.DiagnosticCounts, style: Style) -> str:
    found = [
        style.paint(_counted(number, noun), role)
        for number, noun, role in (
            (counts.errors, "error", Role.ERROR),
            (counts.warnings, "warning", Role.WARNING),
            (counts.notes, "note", Role.NOTE),
        )
        if number
    ]
    text = f"{', '.join(found) or 'no findings'} in {_counted(counts.entities, 'entity', 'entities')}"
    left_out = [
        f"{number} {where}"
        for number, where in ((counts.ignored, "ignored"), (counts.in_baseline, "in the baseline"))
        if number
    ]
    return f"{text} ({', '.join(left_out)})" if left_out else text


def _counted(number: int, noun: str, plural: str = "") -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
