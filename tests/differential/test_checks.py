"""No false alarm: of what pyflyte emits the rules refuse what the server refuses, which a table lists, and no more."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from differential import corpus
from differential.corpus import HERE, Case
from differential.oracle import CACHE, Oracle
from flytec.app.check import CheckRequest, check
from flytec.diagnostics import Severity
from flytec.settings import ToolSettings

CASES = [*corpus.cases(), corpus.example()]
TABLE = HERE / "refused_by_the_server.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A row of the table: the codes of the errors that a case has, and why the server refuses it."""

    case: str
    errors: list[str]
    reason: str


REFUSED = {row.case: row for row in (Refused(**row) for row in yaml.safe_load(TABLE.read_text()))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_only_what_the_server_refuses_has_errors(case: Case, oracle: Oracle) -> None:
    assert oracle.pyflyte(case.job).code == 0
    emitted = CACHE / case.job.key() / "out"
    with (Path("/dev/null")).open("rb") as nothing:
        request = CheckRequest(paths=(str(emitted),), cwd=Path("/"), tool=ToolSettings(), stdin=nothing)
        outcome = check(request)
    errors = [row for row in outcome.findings if row.severity is Severity.ERROR]
    expected = REFUSED[case.name].errors if case.name in REFUSED else []
    shown = "\n".join(f"{row.subject}: {row.code}: {row.message}" for row in errors)
    assert sorted({row.code.id for row in errors}) == expected, shown


def test_the_table_has_no_stale_row() -> None:
    assert REFUSED.keys() <= {case.name for case in CASES}
    assert all(row.reason for row in REFUSED.values())
