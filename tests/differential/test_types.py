"""Literal types and literals against flytekit's own, message by message; and what is refused, word for word."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from differential import type_cases, type_refusals, value_cases
from differential.type_grammar import random_types, random_values
from differential.type_standin import Lowered, flytekit_names
from flytec.authoring.types.names import NAMES
from flytec.diagnostics import UserError
from flytec.ir import codec, pb

ORACLE = Path(__file__).with_name("type_oracle.py")
Answer = dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A type, or a value of a type, and the refusal that is expected of us."""

    module: str
    setup: str
    type: str
    value: str | None = None
    refusal: str = ""

    @property
    def row(self) -> tuple[str, str, str, str | None]:
        return (self.module, self.setup, self.type, self.value)

    def __str__(self) -> str:
        return f"{self.module.removeprefix('case_')}: {self.type}" + (f" <- {self.value}" if self.value else "")


def groups(table: dict[str, tuple[str, str]], prefix: str) -> list[Case]:
    rows = [(name, setup, line) for name, (setup, lines) in table.items() for line in lines.strip().splitlines()]
    return [Case(f"case_{prefix}_{name}", setup, *line.split(" <- ")) for name, setup, line in rows]


def refusals(name: str, setup: str, text: str) -> list[Case]:
    cases = []
    for block in re.split(r"\n(?=\S)", text.strip()):
        expression, *words = block.splitlines()
        cases.append(Case(f"case_{name}", setup, *_pair(expression), refusal=" ".join(word.strip() for word in words)))
    return cases


def _pair(expression: str) -> tuple[str, str | None]:
    python_type, _, value = expression.partition(" <- ")
    return python_type, value or None


TYPES = groups(type_cases.GROUPS, "types")
VALUES = groups(value_cases.GROUPS, "values")
RANDOM = [Case("case_random", type_cases.DATACLASSES_SETUP, expression) for expression in random_types(200)]
RANDOM_VALUES = [Case("case_random", type_cases.DATACLASSES_SETUP, *pair) for pair in random_values(300)]
REFUSED = [
    *refusals("refused", type_refusals.REFUSED_SETUP, type_refusals.REFUSED_TYPES),
    *refusals("refused_values", type_refusals.REFUSED_VALUES_SETUP, type_refusals.REFUSED_VALUES),
]
NOT_COVERED = [
    *refusals("not_covered", type_refusals.NOT_COVERED_SETUP, type_refusals.NOT_COVERED_TYPES),
    *refusals("not_covered_values", type_refusals.NOT_COVERED_VALUES_SETUP, type_refusals.NOT_COVERED_VALUES),
]
# Where flytekit bakes the address of an object into a name, we leave it out.
ADDRESSES = [
    Case("case_addresses", type_cases.CLASSES_SETUP, "Annotated[Plain, HashMethod(str)]"),
    Case("case_addresses", type_cases.CLASSES_SETUP, "list[Annotated[Plain, BatchSize(1)]]"),
]
EVERYTHING = [*TYPES, *VALUES, *RANDOM, *RANDOM_VALUES, *REFUSED, *NOT_COVERED, *ADDRESSES]


@pytest.fixture(scope="module")
def oracle() -> dict[str, Any]:
    rows = json.dumps([case.row for case in EVERYTHING])
    done = subprocess.run([sys.executable, str(ORACLE)], input=rows, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.fixture(scope="module")
def answers(oracle: dict[str, Any]) -> dict[Case, Answer]:
    return dict(zip(EVERYTHING, oracle["answers"], strict=True))


@pytest.fixture(scope="module")
def lowered() -> Iterator[Lowered]:
    with flytekit_names() as cases:
        yield Lowered(cases)


def text(kind: type[pb.Message], hexadecimal: str) -> str:
    return codec.to_text(codec.parse(kind, bytes.fromhex(hexadecimal)))


@pytest.mark.filterwarnings("ignore::UserWarning:mashumaro")
@pytest.mark.parametrize("case", [*TYPES, *RANDOM, *VALUES], ids=str)
def test_the_message_is_flytekits(case: Case, answers: dict[Case, Answer], lowered: Lowered) -> None:
    assert "message" in answers[case], answers[case]
    ours, theirs = lowered.hex(case.row), answers[case]["message"]
    kind = pb.LiteralType if case.value is None else pb.Literal
    assert text(kind, ours) == text(kind, theirs)
    assert ours == theirs


@pytest.mark.filterwarnings("ignore::UserWarning:mashumaro")
def test_random_values_are_flytekits_or_refused_by_both(answers: dict[Case, Answer], lowered: Lowered) -> None:
    agreed = 0
    for case in RANDOM_VALUES:
        if "error" in answers[case]:
            with pytest.raises(UserError):
                lowered.message(case.row)
        else:
            assert lowered.hex(case.row) == answers[case]["message"], str(case)
            agreed += 1
    assert agreed > len(RANDOM_VALUES) * 0.7


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_flytekit_refuses_is_refused(case: Case, answers: dict[Case, Answer], lowered: Lowered) -> None:
    assert "error" in answers[case]
    assert refusal(case, lowered) == case.refusal


@pytest.mark.parametrize("case", NOT_COVERED, ids=str)
def test_what_cannot_be_repeated_is_refused(case: Case, lowered: Lowered) -> None:
    assert refusal(case, lowered) == case.refusal


@pytest.mark.parametrize("case", ADDRESSES, ids=str)
def test_names_hold_no_addresses(case: Case, answers: dict[Case, Answer], lowered: Lowered) -> None:
    theirs = text(pb.LiteralType, answers[case]["message"])
    assert " object at 0x" in theirs
    assert text(pb.LiteralType, lowered.hex(case.row)) == re.sub(r" at 0x[0-9a-f]+", "", theirs)


def refusal(case: Case, lowered: Lowered) -> str:
    with pytest.raises(UserError) as caught:
        lowered.message(case.row)
    (finding,) = caught.value.findings
    return f"{finding.code.slug}: {finding.message} -> {finding.hint}"


def test_every_name_of_flytekits_types_is_known(oracle: dict[str, Any]) -> None:
    internal = re.compile(r"Transformer$|^register_|^lazy_import_|^is_imported$|Renderer$")
    for module, names in oracle["names"].items():
        missing = {name for name in names if not internal.search(name)} - NAMES[module].keys()
        assert not missing, (module, missing)


def test_the_suite_is_as_large_as_it_claims() -> None:
    assert len(TYPES) >= 330
    assert len(VALUES) >= 210
    assert len({case.type for case in RANDOM}) == 200
