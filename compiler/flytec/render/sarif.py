"""Findings as SARIF 2.1.0, the form that code scanning services take.

Standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; the names of its properties are kept.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from flytec.codes import Code
from flytec.diagnostics import Diagnostic, Location, Severity, Subject

SARIF_VERSION = "2.1.0"
FINGERPRINT = "flytec/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write_sarif(
    findings: Sequence[Diagnostic],
    fingerprints: Sequence[str],
    stream: TextIO,
    *,
    version: str,
    help_of: Callable[[Code], str],
) -> None:
    """Writes one run with all findings, in the order given.

    Args:
        findings: what the run found.
        fingerprints: one for each.
        stream: takes the document.
        version: flytec's own.
        help_of: what a code means, asked for each code that was found.
    """
    codes = sorted({finding.code for finding in findings}, key=lambda code: code.id)
    numbers = {code: number for number, code in enumerate(codes)}
    driver = {"name": "flytec", "version": version, "rules": [_rule(code, help_of(code)) for code in codes]}
    results = [
        _result(finding, fingerprint, numbers[finding.code])
        for finding, fingerprint in zip(findings, fingerprints, strict=True)
    ]
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": SARIF_VERSION, "runs": [run]}
    stream.write(json.dumps(document, indent=2) + "\n")


def _rule(code: Code, text: str) -> dict[str, Any]:
    return {
        "id": code.id,
        "name": "".join(part.capitalize() for part in code.slug.split("-")),
        "shortDescription": {"text": f"{code.title}."},
        "help": {"text": text},
    }


def _result(finding: Diagnostic, fingerprint: str, rule: int) -> dict[str, Any]:
    lines = [finding.message, *finding.notes, *(each for each in (finding.hint,) if each)]
    result: dict[str, Any] = {
        "ruleId": finding.code.id,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(lines)},
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    location = _location(finding.location, finding.subject)
    if location:
        result["locations"] = [location]
    if finding.subject is not None and (properties := _properties(finding.subject)):
        result["properties"] = properties
    return result


def _location(place: Location | None, subject: Subject | None) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if place is not None:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
        if place.line:
            physical["region"] = {"startLine": place.line}
        location["physicalLocation"] = physical
    if subject is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": subject.name, "kind": subject.kind}]
    return location


def _properties(subject: Subject) -> dict[str, str]:
    parts: Iterable[tuple[str, str]] = (("node", subject.node), ("field", subject.field), ("file", subject.file))
    return {name: value for name, value in parts if value}


def _uri(path: str) -> str:
    """A relative reference for a relative path, so that it counts from the root of the repository that is scanned."""
    posix = PurePath(path).as_posix()
    text = quote(posix.encode(errors="surrogateescape"), safe="/!")
    return f"file://{text}" if posix.startswith("/") else text
