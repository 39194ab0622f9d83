"""Source trees for the comparison of archives: every kind of ignore rule, links and odd names."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from differential.oracle import clean_environment

IGNORES = {
    ".gitignore": "*.log\n!keep.log\n/build/\ndocs/**/*.tmp\nsecret[0-9].txt\n\\#hash\ntrailing \nab?\n",
    "pkg/.gitignore": "local.py\n!*.log\n/only_here\n",
    "pkg/deep/.gitignore": "*\n!taken.py\n!.gitignore\n",
    ".git/info/exclude": "excluded.py\n",
    ".dockerignore": "# a comment\n*.bin\nimages\ndata/*/raw\n!data/keep/raw\nwild?.txt\n**/*.bak\n",
    ".flyteignore": "notebooks\n*.ipynb\n!kept.ipynb\n",
}
FILES = (
    *("main.py", "a.log", "keep.log", "build/x.py", "pkg/build/x.py", "docs/a/b/c.tmp", "docs/c.tmp", "other/c.tmp"),
    *("secret1.txt", "secretx.txt", "#hash", "trailing", "trailing ", "abc", "ab", "excluded.py", "pkg/excluded.py"),
    *("pkg/__init__.py", "pkg/local.py", "pkg/b.log", "pkg/only_here", "pkg/sub/only_here", "pkg/deep/taken.py"),
    *("pkg/deep/other.py", "m.bin", "pkg/m.bin", "images/a.png", "images/sub/b.png", "data/x/raw", "data/keep/raw"),
    *("wild1.txt", "pkg/wild1.txt", "old.bak", "pkg/old.bak", "notebooks/n.py", "a.ipynb", "kept.ipynb"),
    *("__pycache__/m.pyc", "pkg/__pycache__/m.pyc", "stale.pyc", ".cache/c", "pkg/.cache/c", "empty.py"),
    *(
        "with space.py",
        "ünïcode/größe.py",
        "naïve.py",
        "quote'd.py",
        "star*.py",
        "back\\slash.py",
        "new\nline.py",
        "~tilde",
    ),
    *(".hidden", "-dash", "UPPER.py", "x" * 120 + ".py", "long/" * 30 + "f.py", "tracked.log", "build/tracked.py"),
)
LINKS = {"link.py": "main.py", "pkg/up.py": "../main.py", "chain.py": "link.py"}


def every_rule(top: Path) -> None:
    """A repository with all of them; two files are tracked though they match."""
    _write(top, {**{name: f"content of {name}\n" for name in FILES}, "empty.py": ""})
    _git(top, "init", "-q")
    _write(top, IGNORES)
    _git(top, "add", "-f", "tracked.log", "build/tracked.py", "main.py")
    _link(top, LINKS)
    (top / "main.py").chmod(0o755)


def plain(top: Path) -> None:
    """A tree in no repository, with one folder on each level."""
    _write(
        top, {"b.py": "b", "a/z.py": "z", "a/b/c.py": "c", "c.py": "c", ".dockerignore": "c.py", "a/.gitignore": "*"}
    )


def links_to_folders(top: Path) -> None:
    """A folder that is linked to, beside it and below another one."""
    _write(top, {"real/m.py": "m", "pkg/x.py": "x"})
    _link(top, {"alias": "real", "pkg/alias": "../real"})


def dangling(top: Path) -> None:
    """A link to nothing, and one to a file that is left out."""
    _write(top, {"m.py": "m", "big.dat": "", ".dockerignore": "big.dat"})
    _link(top, {"nothing.py": "not_there.py", "left_out": "big.dat"})


def two_copies(top: Path) -> None:
    """A repository in a repository, with rules of its own."""
    _write(
        top, {".gitignore": "*.log\n", "a.log": "", "inner/b.log": "", "inner/c.tmp": "", "inner/.gitignore": "*.tmp\n"}
    )
    _git(top, "init", "-q")
    _git(top / "inner", "init", "-q")


def docker_corners(top: Path) -> None:
    """What Docker leaves out and docker-py, which flytekit asks, does not; and the other way round."""
    patterns = "**/vendor\nUpper.py\n[^a]b.py\n"
    names = ("lib/vendor/x.py", "vendor/y.py", "upper.py", "Upper.py", "cb.py", "^b.py", "ab.py")
    _write(top, {".dockerignore": patterns, **dict.fromkeys(names, "")})


def work_tree(top: Path) -> None:
    """A work tree whose `.git` is a file with the path of the repository."""
    _write(top, {"m.py": "m"})
    home = top.with_name("home-of-the-tree")
    _git(top, "init", "-q", f"--separate-git-dir={home}")


def image_layout(top: Path) -> None:
    """What `flytec build` leaves beside the sources, and the same further down, which is the user's."""
    layout = {"oci-layout": "{}", "index.json": "{}", "blobs/sha256/00": "layer"}
    _write(top, {"m.py": "m", **{f"flytec-images/{name}": text for name, text in layout.items()}})
    _write(top, {f"data/image/{name}": text for name, text in layout.items()})


TREES: Mapping[str, Callable[[Path], None]] = {
    tree.__name__: tree
    for tree in (every_rule, plain, links_to_folders, dangling, two_copies, docker_corners, work_tree, image_layout)
}


def _write(top: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def _link(top: Path, links: Mapping[str, str]) -> None:
    for name, target in links.items():
        (top / name).symlink_to(target)


def _git(top: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=top, env=clean_environment(top.parent), check=True, capture_output=True)
