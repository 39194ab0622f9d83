"""What of a tree is taken, what is left out by which rule, and what is said of links and odd files."""

import os
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from flytec.diagnostics import CannotRunError
from flytec.render.diagnostics import finding_lines
from flytec.render.style import Style
from flytec.tree.git_config import NOWHERE
from flytec.tree.git_patterns import patterns_of
from flytec.tree.listing import EntryKind, Listing, list_tree
from flytec.tree.rule_sets import IgnoreRules, OnlyRules, OwnRules, PatternRules, default_rules
from flytec.tree.rules import RuleSet
from layouts import lay_out


def listed(top: Path, *rules: RuleSet, follow_links: bool = False) -> Listing:
    return list_tree(top, rules or (OwnRules(), *default_rules(NOWHERE)), follow_links=follow_links)


def taken(listing: Listing) -> list[str]:
    return [entry.path for entry in listing.entries]


def left_out(listing: Listing) -> dict[str, str]:
    return {row.path: str(row.rule) for row in listing.left_out}


def said(listing: Listing) -> list[str]:
    return [line for finding in listing.findings for line in finding_lines(finding, Style())]


def git_folder(top: Path) -> None:
    lay_out(top, {".git/HEAD": "ref: refs/heads/main\n", ".git/objects/": "", ".git/refs/": ""})


def test_each_rule_is_named_with_its_place(tmp_path: Path) -> None:
    git_folder(tmp_path)
    files = dict.fromkeys(("a.log", "pkg/b.py", "c.bin", "n.ipynb", "m.pyc", "pkg/__pycache__/m.pyc", "kept.py"), "")
    lay_out(tmp_path, {**files, ".gitignore": "\n*.log\n", "pkg/.gitignore": "b.py", ".dockerignore": "*.bin"})
    lay_out(tmp_path, {".flyteignore": "# notebooks\n*.ipynb"})
    listing = listed(tmp_path)
    assert taken(listing) == [".dockerignore", ".flyteignore", ".gitignore", "kept.py", "pkg/.gitignore"]
    assert left_out(listing) == {
        ".git/": "always .git",
        "a.log": ".gitignore:2 *.log",
        "c.bin": ".dockerignore:1 *.bin",
        "m.pyc": "standard ignores *.pyc",
        "n.ipynb": ".flyteignore:2 *.ipynb",
        "pkg/__pycache__/": "standard ignores **/__pycache__/*",
        "pkg/b.py": "pkg/.gitignore:1 b.py",
    }
    assert said(listing) == []


def test_a_tree_in_an_ignored_folder_has_nothing(tmp_path: Path) -> None:
    git_folder(tmp_path)
    lay_out(tmp_path, {".gitignore": "out/\n", "out/src/m.py": ""})
    listing = listed(tmp_path / "out" / "src")
    assert taken(listing) == []
    assert left_out(listing) == {"./": "../../.gitignore:1 out/"}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([PatternRules(patterns_of(["*.py", "!b.py"], "ignores"))], ["b.py", "sub/c.txt"]),
        ([PatternRules(patterns_of(["/sub/"], "ignores"))], ["a.py", "b.py"]),
        ([OnlyRules(frozenset({"sub/c.txt"}), "not imported")], ["sub/c.txt"]),
        ([OwnRules(lambda path: path == "sub/")], ["a.py", "b.py"]),
    ],
)
def test_rule_sets(rules: Sequence[RuleSet], expected: list[str], tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.py": "", "b.py": "", "sub/c.txt": ""})
    assert taken(listed(tmp_path, *rules)) == expected


def test_a_class_in_the_form_of_flytekits_decides(tmp_path: Path) -> None:
    class NoText:
        def __init__(self, root: str) -> None:
            self.root = root

        def is_ignored(self, path: str) -> bool:
            return path.endswith(".txt") and Path(self.root, path).exists()

    lay_out(tmp_path, {"a.py": "", "sub/c.txt": ""})
    listing = listed(tmp_path, IgnoreRules(NoText))
    assert (taken(listing), left_out(listing)) == (["a.py"], {"sub/c.txt": "NoText"})


def test_links_within_the_tree_are_taken_as_they_are(tmp_path: Path) -> None:
    lay_out(tmp_path, {"real/m.py": "m"})
    (tmp_path / "file").symlink_to("real/m.py")
    (tmp_path / "folder").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "here").symlink_to("..")
    rows = [(entry.path, entry.kind, entry.target) for entry in listed(tmp_path).entries]
    assert rows == [
        ("file", EntryKind.LINK, "real/m.py"),
        ("folder", EntryKind.FOLDER_LINK, "real"),
        ("real/here", EntryKind.FOLDER_LINK, ".."),
        ("real/m.py", EntryKind.FILE, ""),
    ]


def test_links_are_followed_on_demand_each_by_itself(tmp_path: Path) -> None:
    lay_out(tmp_path, {"real/m.py": "m"})
    (tmp_path / "one").symlink_to("real")
    (tmp_path / "two").symlink_to("real")
    listing = listed(tmp_path, follow_links=True)
    assert [(entry.path, entry.size) for entry in listing.entries] == [
        ("one/m.py", 1),
        ("real/m.py", 1),
        ("two/m.py", 1),
    ]


OUTSIDE = "the source tree; a link within it was expected"


@pytest.mark.parametrize("follow_links", [False, True])
def test_links_out_of_the_tree_and_in_circles_are_errors(tmp_path: Path, follow_links: bool) -> None:
    top = tmp_path / "top"
    lay_out(tmp_path, {"top/m.py": "", "elsewhere/x": ""})
    (top / "a").symlink_to("../elsewhere/x")
    (top / "b").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "back").symlink_to("../top/m.py")
    (top / "c").symlink_to("../elsewhere/back")
    (top / "self").symlink_to("self")
    assert said(listed(top, follow_links=follow_links)) == [
        f"a: error[FTC500 invalid-link]: it is a link to ../elsewhere/x, which lies outside of {OUTSIDE}",
        "  hint: Copy what it leads to into the tree, or ignore the link.",
        f"b: error[FTC500 invalid-link]: it is a link to {tmp_path}/elsewhere, which lies outside of {OUTSIDE}",
        "  hint: Copy what it leads to into the tree, or ignore the link.",
        f"c: error[FTC500 invalid-link]: it is a link to ../elsewhere/back, which lies outside of {OUTSIDE}",
        "  hint: Copy what it leads to into the tree, or ignore the link.",
        "self: error[FTC500 invalid-link]: it is a link that leads back to itself",
        "  hint: Delete the link.",
    ]


def test_a_link_to_a_folder_around_it_is_an_error_where_it_is_followed(tmp_path: Path) -> None:
    lay_out(tmp_path, {"sub/deep/m.py": ""})
    (tmp_path / "sub" / "deep" / "up").symlink_to("..")
    (tmp_path / "top").symlink_to(".")
    assert said(listed(tmp_path, follow_links=True)) == [
        "sub/deep/up: error[FTC500 invalid-link]: it is a link to sub, which holds it, so that its files never end",
        "  hint: Delete the link, or ignore it.",
        "top: error[FTC500 invalid-link]: it is a link to the root, which holds it, so that its files never end",
        "  hint: Delete the link, or ignore it.",
    ]


def test_what_cannot_be_packed_is_left_out_with_a_warning(tmp_path: Path) -> None:
    lay_out(tmp_path, {"m.py": "", "big.dat": "", ".dockerignore": "big.dat"})
    (tmp_path / "nothing").symlink_to("not_there")
    (tmp_path / "lost").symlink_to("big.dat")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(tmp_path / "socket"))
        listing = listed(tmp_path)
    assert taken(listing) == [".dockerignore", "lost", "m.py"]
    assert said(listing) == [
        "lost: warning[FTC503 file-left-out]: it is a link to big.dat, which is left out",
        "  hint: Ignore the link too, or take what it leads to.",
        "nothing: warning[FTC503 file-left-out]: it is a link to not_there, which does not exist, and left out",
        "  hint: Delete the link.",
        "pipe: warning[FTC503 file-left-out]: it is a pipe and left out",
        "socket: warning[FTC503 file-left-out]: it is a socket and left out",
    ]


def test_a_folder_that_holds_links_alone_is_no_folder_that_is_left_out(tmp_path: Path) -> None:
    lay_out(tmp_path, {"m.py": "", "links/": ""})
    (tmp_path / "links" / "m.py").symlink_to("../m.py")
    (tmp_path / "alias").symlink_to("links")
    listing = listed(tmp_path)
    assert taken(listing) == ["alias", "links/m.py", "m.py"]
    assert said(listing) == []


def test_names_that_are_not_utf_8_are_errors(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.py")).touch()
    (tmp_path / "link").symlink_to(os.fsdecode(b"caf\xe9.py"))
    assert said(listed(tmp_path)) == [
        r"caf\xe9.py: error[FTC502 invalid-file-name]: its name is not UTF-8, which archives and containers need",
        "  hint: Rename it, or ignore it.",
        "link: error[FTC502 invalid-file-name]: its target is not UTF-8, which archives and containers need",
        "  hint: Rename it, or ignore it.",
    ]


def test_a_folder_that_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {"m.py": "", "closed/x.py": ""})
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", refusing(scan, str(tmp_path / "closed")))
    assert said(listed(tmp_path, OwnRules())) == [
        "closed: error[FTC501 unreadable-source]: the folder cannot be read: Permission denied",
        "  hint: Make it readable, or ignore it.",
    ]


def refusing(call: Callable[..., object], place: str) -> Callable[..., object]:
    def instead(path: object, *rest: object) -> object:
        if path == place:
            raise PermissionError(13, "Permission denied", place)
        return call(path, *rest)

    return instead


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            ".dockerignore",
            "ok\n[a",
            "'[a' is malformed; a pattern in the form of .dockerignore was expected",
        ),
        (".flyteignore", "!", "'!' is malformed; a pattern in the form of .dockerignore was expected"),
    ],
)
def test_malformed_patterns_are_errors(file: str, text: str, message: str, tmp_path: Path) -> None:
    lay_out(tmp_path, {file: text})
    with pytest.raises(CannotRunError) as caught:
        listed(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.code.id, finding.message) == ("FTC508", message)
    assert finding.hint == "Correct the pattern; brackets have to be closed, and ! needs a pattern after it."
    assert str(finding.location) == f"{tmp_path / file}:{text.count(chr(10)) + 1}"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"DIRC\0\0\0\x09\0\0\0\0" + b"\0" * 20, "its version is 9; 2, 3 or 4 was expected"),
        (b"DIRC\0\0\0\x02\0\0\0\x05abc", "it is damaged"),
        (b"DIRC\0\0\0\x02\0\0\0\0link\0\0\0\x04abcd" + b"\0" * 20, "it is split into several files"),
    ],
)
def test_an_index_that_cannot_be_read_is_an_error(data: bytes, reason: str, tmp_path: Path) -> None:
    git_folder(tmp_path)
    lay_out(tmp_path, {".gitignore": "*.log", "a.log": ""})
    (tmp_path / ".git" / "index").write_bytes(data)
    with pytest.raises(CannotRunError) as caught:
        listed(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.code.id, str(finding.location)) == ("FTC508", str(tmp_path / ".git" / "index"))
    expected = "which tells what is tracked; a whole index was expected"
    assert finding.message == f"git's index cannot be read ({reason}), {expected}"
    assert finding.hint == "Run `git update-index --no-split-index`, or leave git's rules out."


@pytest.mark.parametrize("name", [".gitignore", ".dockerignore"])
def test_rules_that_cannot_be_read_are_an_error(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git_folder(tmp_path)
    lay_out(tmp_path, {name: "*.log"})
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(CannotRunError) as caught:
        listed(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.message, finding.hint) == (
        "the file of patterns cannot be read: Permission denied",
        "Make it readable, or delete it.",
    )
    assert str(finding.location) == str(tmp_path / name)
