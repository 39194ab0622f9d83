"""The rules in a second process: what they find of units as they are lowered is what counts, where it still holds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from flytec.app import aside, checks_aside
from flytec.app.checks_aside import ChecksAside, Verdicts
from flytec.cli.main import cli
from flytec.ir.program import Program
from layouts import lay_out

MISTAKES = """\
from flytekit import conditional, task, workflow

@task(environment={"API_TOKEN": "6fK2pQ9vX7mR4tY8wZ1b"})
def halve(x: float) -> float:
    return x / 2

@workflow
def wf(x: float) -> float:
    return conditional("big").if_(x > 3).then(halve(x=x)).else_().fail("too small")
"""
LATE_OVERRIDE = """\
from flytekit import map_task, task, workflow

@task
def t(n: int) -> int:
    return n

mapped = map_task(t)

@workflow
def first(ns: list[int]) -> list[int]:
    return mapped(n=ns)

@workflow
def second(ns: list[int]) -> list[int]:
    return mapped(n=ns).with_overrides(retries=3)
"""
TWO_OF_ONE_NAME = """\
from flytekit import TaskMetadata, map_task, task, workflow

@task
def t(n: int) -> int:
    return n

@workflow
def first(ns: list[int]) -> list[int]:
    return map_task(t)(n=ns)

@workflow
def second(ns: list[int]) -> list[int]:
    return map_task(t, metadata=TaskMetadata(retries=3))(n=ns)
"""
MISSING = """\
from flytekit import reference_task, task, workflow

@reference_task(project="", domain="", name="flows.later", version="")
def early(n: int) -> int: ...

@workflow
def wf() -> int:
    return early(n=1)

@task
def later(n: int) -> int:
    return n
"""


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Verdicts | None]:
    """Has all programs checked aside; what came of it is appended here."""
    found: list[Verdicts | None] = []
    verdicts: Callable[[ChecksAside, Program], Verdicts | None] = ChecksAside.verdicts
    monkeypatch.setattr(checks_aside, "_MANY_MODULES", 1)
    monkeypatch.setattr(aside, "_can_copy", lambda: True)
    monkeypatch.setattr(
        ChecksAside, "verdicts", lambda self, program: found.append(verdicts(self, program)) or found[-1]
    )
    monkeypatch.chdir(tmp_path)
    return found


def compiled(source: str, *options: str) -> tuple[int, str, str]:
    lay_out(Path.cwd(), {"src/flows.py": source})
    result = CliRunner().invoke(cli, ("compile", "src", "-o", "out", *options))
    return result.exit_code, result.stdout, result.stderr


def contents(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def test_what_it_finds_is_told(given: list[Verdicts | None]) -> None:
    code, _, told = compiled(MISTAKES)
    (verdicts,) = given
    assert verdicts is not None
    assert [(position, finding.code.id) for position, finding in verdicts.registration] == [(1, "FTC304")]
    assert [(position, finding.code.id) for position, finding in verdicts.values] == [(0, "FTC398")]
    assert code == 1
    assert "src/flows.py:9: error[FTC304" in told
    assert "src/flows.py:3: warning[FTC398" in told


@pytest.mark.parametrize("source", [LATE_OVERRIDE, TWO_OF_ONE_NAME])
def test_it_does_not_count_for_another_program_than_is_written(given: list[Verdicts | None], source: str) -> None:
    code, *_ = compiled(source, "--keep-going")
    assert given == [None]
    written = contents("out")
    assert compiled(source, "--keep-going", "--no-check")[0] == code
    assert contents("out") == written


def test_a_unit_that_is_missing_may_be_among_those_that_are_coming(given: list[Verdicts | None]) -> None:
    _, _, told = compiled(MISSING)
    (verdicts,) = given
    assert verdicts is not None
    assert "comes later in the order of registration" in told
