"""Findings as workflow commands of GitHub Actions, which shows them as annotations beside the code."""

from collections.abc import Iterable
from typing import TextIO

from flytec.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write_annotations(findings: Iterable[Diagnostic], stream: TextIO, *, quiet: bool = False) -> None:
    """Writes one line a finding, in the order given; `quiet` keeps errors only."""
    for finding in findings:
        if finding.severity is Severity.ERROR or not quiet:
            stream.write(_annotation(finding) + "\n")


def _annotation(finding: Diagnostic) -> str:
    place, about = finding.location, finding.subject
    parts = {"file": place.path if place else "", "line": str(place.line) if place and place.line else ""}
    properties = ",".join(f"{name}={_property(value)}" for name, value in parts.items() if value)
    title = f"title={_property(str(finding.code))}"
    lines = [finding.message, *(f"in {about}" for about in (about,) if about), *finding.notes]
    text = "\n".join([*lines, *(f"hint: {hint}" for hint in (finding.hint,) if hint)])
    return f"::{_COMMANDS[finding.severity]} {properties}{',' if properties else ''}{title}::{_data(text)}"


def _data(text: str) -> str:
    """Rule: the runner reads %25, %0D and %0A in what follows the second `::`, and takes a line for a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Rule: properties end at a comma or a colon, so these are escaped in them besides."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
