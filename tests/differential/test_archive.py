"""The archive of sources is flytekit's: its name, what is in it, and what is not; but for what differs on purpose."""

import json
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from differential import corpus
from differential.archive_trees import TREES
from differential.compare import Difference
from differential.corpus import HERE
from differential.oracle import clean_environment
from flytec import CopyFileDetection, FastPackageOptions, fast_package

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git, whose rules flytekit asks for, is not there")

KNOWN = corpus.known_differences("archive")
STYLES = ("ALL", "NONE")
# Without a copy style flytekit's digest takes folders in the order in which the file system lists them.
ONE_FOLDER_A_LEVEL = ("plain", "dangling")
# Here flytekit ends with FileNotFoundError.
FAILING = [("dangling", "NONE", "deref")]
CASES = [
    case
    for tree in TREES
    for style in STYLES
    for deref in ("links", "deref")
    if (case := (tree, style, deref)) not in FAILING
]


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all trees, which nothing changes."""
    top = tmp_path_factory.mktemp("trees")
    for name, make in TREES.items():
        (top / name).mkdir()
        make(top / name)
    return top


@pytest.fixture(scope="module")
def flytekits(trees: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, ...], Path]:
    """The archives that flytekit makes, all in one process of its own."""
    scratch = tmp_path_factory.mktemp("flytekit")
    rows = [(str(trees / case[0]), str(scratch / "-".join(case)), *case[1:]) for case in CASES]
    done = subprocess.run(
        [sys.executable, str(HERE / "archive_oracle.py"), str(scratch / "archives.json")],
        env=clean_environment(scratch),
        input=json.dumps(rows),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(CASES, map(Path, json.loads((scratch / "archives.json").read_text())), strict=True))


def ours(source: Path, folder: Path, style: str, deref: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    options = None if style == "NONE" else FastPackageOptions(copy_style=CopyFileDetection[style])
    return Path(fast_package(source, folder, deref == "deref", options))


def contents(archive: Path) -> dict[str, object]:
    """Files with their bytes and whether they can be run, links with their targets; folders say nothing."""
    with tarfile.open(archive) as packed:
        return {
            member.name: (packed.extractfile(member).read(), bool(member.mode & 0o100))  # type: ignore[union-attr]
            if member.isreg()
            else member.linkname
            for member in packed
            if not member.isdir()
        }


def differences(expected: dict[str, object], actual: dict[str, object]) -> list[Difference]:
    shown = {True: "in the archive", False: "not in it"}
    return [
        Difference(name, "", shown[name in expected], shown[name in actual])
        if (name in expected) is not (name in actual)
        else Difference(name, "content", str(expected[name]), str(actual[name]))
        for name in sorted(expected.keys() | actual.keys())
        if expected.get(name) != actual.get(name)
    ]


@pytest.mark.parametrize("case", CASES, ids="/".join)
def test_the_archive_is_flytekits(
    case: tuple[str, str, str],
    trees: Path,
    flytekits: Mapping[tuple[str, ...], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tree, style, deref = case
    mine = ours(trees / tree, tmp_path, style, deref, monkeypatch)
    name, found = "/".join(("archive", *case)), differences(contents(flytekits[case]), contents(mine))
    known = [row for row in KNOWN if fnmatchcase(name, row.case)]
    assert [str(row) for row in found if not any(one.covers(name, row) for one in known)] == []
    assert [one for one in known if not any(one.covers(name, row) for row in found)] == [], "stale rows"
    if not known and (style == "ALL" or tree in ONE_FOLDER_A_LEVEL):
        assert mine.name == flytekits[case].name
