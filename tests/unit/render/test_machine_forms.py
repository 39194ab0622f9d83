"""Findings for code hosting services: SARIF by its schema, and GitHub's workflow commands with their escapes."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from flytec.codes import CLOCK_VALUE, LOCAL_PATH, all_codes
from flytec.diagnostics import Diagnostic, Location, Severity, Subject
from flytec.explain import explanations_of
from flytec.render.github import write_annotations
from flytec.render.sarif import write_sarif
from flytec.view.fingerprints import fingerprints

SCHEMA = Path(__file__).resolve().parents[2] / "data" / "sarif-schema-2.1.0.json"
VALIDATOR = Draft7Validator(json.loads(SCHEMA.read_text()), format_checker=Draft7Validator.FORMAT_CHECKER)
FINDING = Diagnostic(
    code=CLOCK_VALUE,
    message="a value is the time",
    location=Location("src/flows.py", 12),
    hint="Ask in a task.",
    notes=("so has one more entity",),
    subject=Subject(kind="launch plan", name="flows.wf", node="n0", field="spec.x", file="out/3_flows.wf_3.pb"),
)
PLAIN = Diagnostic(code=LOCAL_PATH, message="m", severity=Severity.NOTE)


def sarif(*findings: Diagnostic) -> dict[str, Any]:
    stream = io.StringIO()
    write_sarif(findings, fingerprints(findings), stream, version="1.2.3", help_of=lambda code: f"about {code}")
    document: dict[str, Any] = json.loads(stream.getvalue())
    VALIDATOR.validate(document)
    return document


def annotations(*findings: Diagnostic, quiet: bool = False) -> str:
    stream = io.StringIO()
    write_annotations(findings, stream, quiet=quiet)
    return stream.getvalue()


def test_a_sarif_document() -> None:
    assert sarif(FINDING, PLAIN) == {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "flytec",
                        "version": "1.2.3",
                        "rules": [
                            {
                                "id": "FTC394",
                                "name": "LocalPath",
                                "shortDescription": {"text": "A value is a path on this machine."},
                                "help": {"text": "about FTC394 local-path"},
                            },
                            {
                                "id": "FTC395",
                                "name": "ClockValue",
                                "shortDescription": {"text": "A value comes from the clock."},
                                "help": {"text": "about FTC395 clock-value"},
                            },
                        ],
                    }
                },
                "invocations": [{"executionSuccessful": True}],
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "FTC395",
                        "ruleIndex": 1,
                        "level": "error",
                        "message": {"text": "a value is the time\nso has one more entity\nAsk in a task."},
                        "partialFingerprints": {"flytec/v1": fingerprints([FINDING])[0]},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "src/flows.py"},
                                    "region": {"startLine": 12},
                                },
                                "logicalLocations": [{"fullyQualifiedName": "flows.wf", "kind": "launch plan"}],
                            }
                        ],
                        "properties": {"node": "n0", "field": "spec.x", "file": "out/3_flows.wf_3.pb"},
                    },
                    {
                        "ruleId": "FTC394",
                        "ruleIndex": 0,
                        "level": "note",
                        "message": {"text": "m"},
                        "partialFingerprints": {"flytec/v1": fingerprints([PLAIN])[0]},
                    },
                ],
            }
        ],
    }


def test_the_schema_refuses_what_is_no_sarif() -> None:
    document = sarif(FINDING)
    document["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(document)


def test_every_rule_has_its_explanation() -> None:
    findings = [Diagnostic(code=code, message="m") for code in all_codes()]
    explanations = explanations_of(all_codes())
    stream = io.StringIO()
    write_sarif(findings, fingerprints(findings), stream, version="1", help_of=lambda code: explanations[code].text)
    document = json.loads(stream.getvalue())
    VALIDATOR.validate(document)
    assert all(rule["help"]["text"] for rule in document["runs"][0]["tool"]["driver"]["rules"])


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü%.py", "a%20b/%C3%BC%25.py"),
        ("out.tgz!3_x_3.pb", "out.tgz!3_x_3.pb"),
        ("/abs/x.py", "file:///abs/x.py"),
        ("bad\udcff.py", "bad%FF.py"),
        ("a:b.py", "a%3Ab.py"),
    ],
)
def test_paths_are_uris(path: str, uri: str) -> None:
    document = sarif(Diagnostic(code=LOCAL_PATH, message="m", location=Location(path)))
    (result,) = document["runs"][0]["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": uri}}}]


def test_annotations() -> None:
    warning = Diagnostic(code=LOCAL_PATH, message="m", severity=Severity.WARNING, location=Location("out/x_3.pb"))
    assert annotations(FINDING, warning, PLAIN) == (
        "::error file=src/flows.py,line=12,title=FTC395 clock-value::"
        "a value is the time%0Ain launch plan flows.wf%0Aso has one more entity%0Ahint: Ask in a task.\n"
        "::warning file=out/x_3.pb,title=FTC394 local-path::m\n"
        "::notice title=FTC394 local-path::m\n"
    )
    assert annotations(FINDING, warning, PLAIN, quiet=True).count("\n") == 1


def test_annotations_escape_what_the_runner_reads() -> None:
    finding = Diagnostic(code=LOCAL_PATH, message="50% a:b, c\r\n::error::x", location=Location("a,b:c%.py", 1))
    assert annotations(finding) == (
        "::error file=a%2Cb%3Ac%25.py,line=1,title=FTC394 local-path::50%25 a:b, c%0D%0A::error::x\n"
    )


@given(message=st.text(), path=st.text(min_size=1), hint=st.text())
def test_no_text_breaks_the_forms(message: str, path: str, hint: str) -> None:
    finding = Diagnostic(code=LOCAL_PATH, message=message, location=Location(path, 3), hint=hint)
    line = annotations(finding)
    assert line.count("\n") == 1
    assert "\r" not in line
    command, text = line[2:-1].split("::", 1)
    assert command.startswith("error file=")
    assert unescaped(text) == message + (f"\nhint: {hint}" if hint else "")
    sarif(finding)


def unescaped(text: str) -> str:
    return text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
