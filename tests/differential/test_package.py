"""`flytec package` packs what `pyflyte package` packs: the same messages, with and without the sources."""

from pathlib import Path

import pytest

from differential import corpus
from differential.compare import Difference, differences, unified_diff
from differential.corpus import Case
from differential.oracle import Oracle, flytec_package

# What a fast registration changes: whatever has a container, a pod or a context. All else is compared by `serialize`.
TOPICS = ("pods", "map_tasks", "task_kinds", "image_specs", "dynamic", "eager", "resolvers", "projects", "environments")
# Here pyflyte ends with AttributeError in a fast registration.
FAILING = ("pods/overrides", "pods/with_environment", "task_kinds/own_containers")
ALL_CASES = [case for case in corpus.cases() if case.name.split("/")[0] in TOPICS]
FAST_CASES = [*(case for case in ALL_CASES if case.name not in FAILING), corpus.example()]
PLAIN_CASES = [case for case in ALL_CASES if case.name.split("/")[0] in ("dynamic", "environments")]
AUTO_CASES = [case for case in ALL_CASES if case.name.split("/")[0] in ("projects", "environments")]
KNOWN = corpus.known_differences("package")
KNOWN_OF_MESSAGES = corpus.known_differences()


def unexpected(case: Case, copy: str, rows: list[Difference]) -> list[Difference]:
    return [
        row
        for row in rows
        if not any(known.covers(case.name, row) for known in KNOWN_OF_MESSAGES)
        and not any(known.covers(f"package/{copy}/{case.name}", row) for known in KNOWN)
    ]


def compared(case: Case, copy: str, oracle: Oracle, scratch: Path) -> list[Difference]:
    expected, archive = oracle.pyflyte_package(case.job, copy)
    assert expected.code == 0, expected.log
    assert expected.messages
    actual, own_archive = flytec_package(case.job, copy, scratch)
    assert actual.code == 0, actual.log
    assert own_archive == archive
    rows = differences(expected.messages, actual.messages)
    left = unexpected(case, copy, rows)
    files = {one.file for one in left}
    assert not left, "\n".join([*map(str, left), unified_diff(expected.messages, actual.messages, files)])
    return rows


@pytest.mark.parametrize("case", FAST_CASES, ids=lambda case: case.name)
def test_fast_packages_equal_pyflytes(case: Case, oracle: Oracle, tmp_path: Path) -> None:
    rows = compared(case, "all", oracle, tmp_path)
    own = [known for known in KNOWN if known.case == f"package/all/{case.name}"]
    assert [known for known in own if not any(known.covers(known.case, row) for row in rows)] == [], "stale rows"


@pytest.mark.parametrize("case", PLAIN_CASES, ids=lambda case: case.name)
def test_plain_packages_equal_pyflytes(case: Case, oracle: Oracle, tmp_path: Path) -> None:
    compared(case, "none", oracle, tmp_path)


@pytest.mark.parametrize("case", AUTO_CASES, ids=lambda case: case.name)
def test_packages_of_loaded_modules_equal_pyflytes(case: Case, oracle: Oracle, tmp_path: Path) -> None:
    compared(case, "auto", oracle, tmp_path)
