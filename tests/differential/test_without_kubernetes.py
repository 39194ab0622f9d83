"""Pod templates without Kubernetes' client: the messages are those that there are with it."""

from pathlib import Path

import pytest

from differential import corpus
from differential.corpus import Case
from differential.oracle import Oracle, flytec, hiding
from differential.test_parity import expected_of, unexpected

CASES = [case for case in corpus.cases() if case.name.startswith("pods/")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pods_are_flytekits(case: Case, oracle: Oracle, tmp_path: Path) -> None:
    actual = flytec(case.job, tmp_path, environ=hiding("kubernetes"))
    problem = unexpected(case, expected_of(oracle, case), actual)
    assert not problem, problem


def test_there_are_cases() -> None:
    assert len(CASES) >= 4
