"""git's own verdict on random trees, `git check-ignore`, is ours: files, links, nested ignore files, exclude files."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flytec.tree.git_config import GitSurroundings
from flytec.tree.listing import list_tree
from flytec.tree.rule_sets import GitRules, OwnRules

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git, the oracle, is not installed")

NAMES = [
    "a",
    "b",
    "ab",
    "a.py",
    "b.pyc",
    "foo",
    "foo bar",
    "A",
    "é",
    "#x",
    "!y",
    "b\\c",
    "a*",
    "[x]",
    " s",
    "t ",
    "build",
]
PIECES = [
    *["a", "b", "ab", "foo", "A", "é", "build", "x", "y", ".py", ".pyc", "c", " "],
    *["*", "**", "?", "/", "/", "\\", "!", "#", "-", "\t", "\r", "\\*", "\\ ", "\0"],
    *[
        "[a-c]",
        "[!a]",
        "[^b]",
        "[]]",
        "[a",
        "[[:alpha:]]",
        "[[:upper:]b]",
        "[[:space:]]",
        "[[:nope:]]",
        "[\\]]",
        "[a-]",
    ],
    *["**/", "/**", "/**/", "a/", "/b", "[[:punct:]]", "[b-a]", "[x-\\z]", "[[:x]", "\xff"],
]
LINES = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
IGNORE = st.lists(st.one_of(LINES, st.sampled_from(NAMES)), max_size=6).map("\n".join)
PATH = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4)
KIND = st.sampled_from(["file", "file", "file", "link"])


def environment(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}


def lay_out(top: Path, files: Mapping[tuple[str, ...], str], ignores: Mapping[tuple[str, ...], str]) -> None:
    """Writes what fits: a path below a file that is there already is passed over."""
    for parts, kind in files.items():
        path = top.joinpath(*parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if kind == "link":
                path.symlink_to("a")
            else:
                path.touch()
        except (FileExistsError, NotADirectoryError, OSError):
            continue
    for parts, text in ignores.items():
        folder = top.joinpath(*parts)
        if folder.is_dir() and not folder.is_symlink():
            (folder / ".gitignore").write_bytes(text.encode("utf-8", "surrogateescape"))


def paths_of(top: Path) -> list[str]:
    """All files and links, without git's own."""
    found = []
    for place, folders, files in os.walk(top):
        links = [name for name in folders if Path(place, name).is_symlink()]
        folders[:] = [name for name in folders if name not in (".git", *links)]
        found += [str(Path(place, name).relative_to(top)) for name in [*files, *links]]
    return sorted(found)


def gits_verdict(top: Path, paths: list[str], home: Path) -> set[str]:
    """The paths that git ignores."""
    # Without --no-index a path that looks like a pattern counts as tracked where the pattern fits what is tracked.
    given = "".join(f"{path}\0" for path in paths)
    return said(top, home, "check-ignore", "--no-index", "-z", "--stdin", given=given) - said(
        top, home, "ls-files", "-z"
    )


def said(top: Path, home: Path, *arguments: str, given: str = "") -> set[str]:
    """The paths that a command of git's tells, of those that are given."""
    done = subprocess.run(
        ["git", *arguments],
        input=given.encode("utf-8", "surrogateescape"),
        cwd=top,
        env=environment(home),
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return {name for name in done.stdout.decode("utf-8", "surrogateescape").split("\0") if name}


def our_verdict(top: Path, paths: list[str], home: Path) -> set[str]:
    """The paths that our rules leave out; links are judged by the rules alone."""
    listing = list_tree(top, [OwnRules(), GitRules(GitSurroundings.of(environment(home)))])
    out = tuple(row.path for row in listing.left_out if row.rule.source != "always")
    whole = tuple(row for row in out if row.endswith("/"))
    return {path for path in paths if path in out or path.startswith(whole) or "./" in out}


def git(top: Path, home: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=top, env=environment(home), check=True)


@given(
    files=st.dictionaries(PATH.map(tuple), KIND, max_size=14),
    ignores=st.dictionaries(st.lists(st.sampled_from(NAMES), max_size=2).map(tuple), IGNORE, max_size=3),
    excludes=st.tuples(IGNORE, IGNORE),
    fold_case=st.booleans(),
    tracked=st.sets(st.integers(0, 13), max_size=3),
)
@example(
    files={("a", "a"): "file", ("a*",): "file"},
    ignores={(): "a*"},
    excludes=("", ""),
    fold_case=False,
    tracked={2},
)
def test_verdicts_are_gits(
    files: dict[tuple[str, ...], str],
    ignores: dict[tuple[str, ...], str],
    excludes: tuple[str, str],
    fold_case: bool,
    tracked: set[int],
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        home, top = Path(scratch, "home"), Path(scratch, "top")
        (home / ".config" / "git").mkdir(parents=True)
        (home / ".config" / "git" / "ignore").write_bytes(excludes[0].encode())
        top.mkdir()
        git(top, home, "init", "-q")
        git(top, home, "config", "core.ignorecase", str(fold_case).lower())
        (top / ".git" / "info" / "exclude").write_bytes(excludes[1].encode())
        lay_out(top, files, ignores)
        paths = paths_of(top)
        known = [path for number, path in enumerate(paths) if number in tracked]
        if known:
            git(top, home, "--literal-pathspecs", "add", "-f", "--", *known)
        assert our_verdict(top, paths, home) == gits_verdict(top, paths, home), (ignores, excludes)


@given(text=st.lists(LINES, min_size=1, max_size=3).map("\n".join), fold_case=st.booleans())
def test_patterns_match_what_gits_match(text: str, fold_case: bool) -> None:
    """One tree with all names on two levels, and a few patterns."""
    with tempfile.TemporaryDirectory() as scratch:
        home, top = Path(scratch, "home"), Path(scratch, "top")
        top.mkdir()
        git(top, home, "init", "-q")
        git(top, home, "config", "core.ignorecase", str(fold_case).lower())
        lay_out(top, {(name, other): "file" for name in NAMES[:6] for other in NAMES}, {(): text})
        lay_out(top, {(name,): "file" for name in NAMES[6:]}, {})
        paths = paths_of(top)
        assert our_verdict(top, paths, home) == gits_verdict(top, paths, home)
