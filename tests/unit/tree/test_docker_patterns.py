"""The grammar of `.dockerignore`, as moby has it."""

from pathlib import Path

import pytest

from flytec.tree.docker_patterns import DockerRules
from flytec.tree.listing import list_tree
from layouts import lay_out

FILES = ("a.txt", "b.md", "dir/a.txt", "dir/deep/a.txt", "dir/deep/b.md", "x^y", "[z]")


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.txt", ["a.txt", "dir/a.txt", "dir/deep/a.txt"]),
        ("*/a.txt", ["dir/a.txt"]),
        ("dir", ["dir/a.txt", "dir/deep/a.txt", "dir/deep/b.md"]),
        ("/dir/", ["dir/a.txt", "dir/deep/a.txt", "dir/deep/b.md"]),
        ("dir\n!dir/deep", ["dir/a.txt"]),
        ("!dir/deep\ndir", ["dir/a.txt", "dir/deep/a.txt", "dir/deep/b.md"]),
        ("**\n!b.md", ["[z]", "a.txt", "dir/a.txt", "dir/deep/a.txt", "dir/deep/b.md", "x^y"]),
        ("./dir/../a.txt", ["a.txt"]),
        ("  b.md  \r\n# a.txt\n\n", ["b.md"]),
        (" # no comment", []),
        ("?.txt", ["a.txt"]),
        ("[a-b].*", ["a.txt", "b.md"]),
        ("[^a].md", ["b.md"]),
        ("\\[z\\]", ["[z]"]),
        ("x^y", ["x^y"]),
        ("dir/**", ["dir/a.txt", "dir/deep/a.txt", "dir/deep/b.md"]),
        ("**/deep", ["dir/deep/a.txt", "dir/deep/b.md"]),
        ("d*/**/b.md", ["dir/deep/b.md"]),
        ("\ufeffb.md", ["b.md"]),
        (".dockerignore", []),
    ],
)
def test_patterns(patterns: str, left: list[str], tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(FILES, ""))
    (tmp_path / ".dockerignore").write_bytes(patterns.encode())
    listing = list_tree(tmp_path, [DockerRules(".dockerignore")])
    kept = {entry.path for entry in listing.entries}
    assert sorted({*FILES, ".dockerignore"} - kept) == left
