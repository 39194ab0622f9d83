"""flytec writes what `pyflyte serialize workflows` writes: the same files, and the same message in each."""

import subprocess
import sys
from pathlib import Path

import pytest

from differential import corpus
from differential.compare import differences, read_folder, unified_diff
from differential.corpus import Case
from differential.oracle import Oracle, Outcome, clean_environment, flytec, fresh_folder

CASES = [*corpus.cases(), corpus.example()]
KNOWN = corpus.known_differences()


def unexpected(case: Case, expected: Outcome, actual: Outcome) -> str:
    """What is wrong with `actual`, for a person to read; empty where nothing is."""
    if actual.code:
        return f"flytec ended with {actual.code}:\n{actual.log}"
    rows = [
        row
        for row in differences(expected.messages, actual.messages)
        if not any(known.covers(case.name, row) for known in KNOWN)
    ]
    listing = "\n".join(map(str, rows))
    return listing and f"{listing}\n{unified_diff(expected.messages, actual.messages, {row.file for row in rows})}"


def expected_of(oracle: Oracle, case: Case) -> Outcome:
    """What pyflyte makes of a case, which must compile."""
    expected = oracle.pyflyte(case.job)
    assert expected.code == 0, expected.log
    assert expected.messages
    return expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_stand_in_equals_flytekit(case: Case, oracle: Oracle, tmp_path: Path) -> None:
    expected = expected_of(oracle, case)
    problem = unexpected(case, expected, flytec(case.job, tmp_path))
    assert not problem, problem


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_flytekit_frontend_equals_flytekit(case: Case, oracle: Oracle) -> None:
    expected = expected_of(oracle, case)
    problem = unexpected(case, expected, oracle.flytekit_frontend(case.job))
    assert not problem, problem


def test_known_differences_still_differ(oracle: Oracle, tmp_path: Path) -> None:
    stale = []
    for known in KNOWN:
        (case,) = (case for case in CASES if case.name == known.case)
        rows = differences(expected_of(oracle, case).messages, flytec(case.job, tmp_path).messages)
        if not any(known.covers(case.name, row) for row in rows):
            stale.append(known)
    assert stale == []


def test_real_pyflyte_command_gives_what_the_worker_gives(oracle: Oracle, tmp_path: Path) -> None:
    """The worker forks after one import; the command line itself must agree with it."""
    case = next(case for case in CASES if case.name == "tasks/plain")
    folder = fresh_folder(tmp_path)
    subprocess.run(
        [str(Path(sys.executable).with_name("pyflyte")), *case.job.arguments(folder)],
        cwd=case.job.root,
        env=clean_environment(tmp_path),
        check=True,
        capture_output=True,
    )
    assert differences(read_folder(folder), oracle.pyflyte(case.job).messages) == []
