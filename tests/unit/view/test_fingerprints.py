"""Fingerprints: equal for one finding in two runs, different for two findings."""

from dataclasses import replace

import pytest

from flytec.codes import CLOCK_VALUE, LOCAL_PATH
from flytec.diagnostics import Diagnostic, Location, Subject
from flytec.view.fingerprints import fingerprint, fingerprints

FINDING = Diagnostic(
    code=CLOCK_VALUE,
    message="node n1 takes n0.o0, also at flows.py:3, in template.nodes[3]",
    location=Location("flows.py", 12),
    subject=Subject(kind="workflow", name="flows.wf", node="n1", field="template.nodes[1].inputs[0]"),
)
SUBJECT = FINDING.subject
assert SUBJECT is not None


@pytest.mark.parametrize(
    "moved",
    [
        replace(FINDING, location=Location("flows.py", 99)),
        replace(FINDING, location=None),
        replace(FINDING, hint="other", notes=("n",)),
        replace(FINDING, message="node n12 takes n7.o0, also at flows.py:44, in template.nodes[0]"),
        replace(FINDING, subject=replace(SUBJECT, node="n7", field="template.nodes[7]", file="out/x.pb")),
    ],
)
def test_what_moves_keeps_its_fingerprint(moved: Diagnostic) -> None:
    assert fingerprint(moved) == fingerprint(FINDING)


@pytest.mark.parametrize(
    "other",
    [
        replace(FINDING, code=LOCAL_PATH),
        replace(FINDING, message="node n1 takes n0.o1, also at flows.py:3, in template.nodes[3]"),
        replace(FINDING, subject=replace(SUBJECT, name="flows.other")),
        replace(FINDING, subject=replace(SUBJECT, kind="launch plan")),
        replace(FINDING, subject=None),
    ],
)
def test_what_differs_has_another(other: Diagnostic) -> None:
    assert fingerprint(other) != fingerprint(FINDING)


def test_names_with_numbers_are_kept() -> None:
    one, two = (Diagnostic(code=LOCAL_PATH, message=f"input 'n{number}x' of plan{number}") for number in (1, 2))
    assert fingerprint(one) != fingerprint(two)


def test_without_a_subject_the_file_counts() -> None:
    one, two = (Diagnostic(code=LOCAL_PATH, message="m", location=Location(path, 1)) for path in ("a.py", "b.py"))
    assert fingerprint(one) != fingerprint(two)


def test_equals_are_numbered() -> None:
    base = fingerprint(FINDING)
    other = replace(FINDING, code=LOCAL_PATH)
    assert fingerprints([FINDING, other, FINDING, FINDING]) == [
        base,
        fingerprint(other),
        f"{base}.1",
        f"{base}.2",
    ]


def test_half_characters_have_one_too() -> None:
    assert len(fingerprint(Diagnostic(code=LOCAL_PATH, message="\udcff"))) == 16
