"""What git's configuration says about ignoring, as `git config` reads it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from flytec.tree.git_config import GitSurroundings, read_config
from flytec.tree.git_repository import enclosing_repository

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git, the oracle, is not installed")

TEXTS = [
    "[core]\n\texcludesFile = /a b/c\n",
    '[core]\nexcludesfile = "a # b" ; comment\n',
    "[Core] ExcludesFile=x#y\n",
    "[core]\nexcludesFile = a\\\n  b\n",
    "[core]\nexcludesFile = one\nexcludesFile = two\n",
    '[core]\nexcludesFile = "tab\\tquote\\"slash\\\\"\n',
    '[other "core"]\nexcludesFile = no\n',
    "[core]\nexcludesFile =   spaced out   \n",
    "# [core]\n; x\n[core] # here\nexcludesFile = y\n",
    "[include]\npath = more\n",
    '[includeIf "gitdir:**/top/.git"]\npath = more\n',
    '[includeIf "gitdir:nowhere/"]\npath = more\n',
    '[includeIf "gitdir/i:**/TOP/"]\npath = ~/more\n',
]


def environment(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.mark.parametrize("text", TEXTS)
def test_values_are_gits(text: str, tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=top, env=environment(tmp_path), check=True)
    (tmp_path / ".gitconfig").write_text(text)
    (tmp_path / "more").write_text("[core]\nexcludesFile = included\n")
    asked = ["git", "config", "--get", "core.excludesFile"]
    done = subprocess.run(asked, cwd=top, env=environment(tmp_path), capture_output=True, text=True, check=False)
    config = read_config(str(top / ".git"), str(top / ".git" / "config"), GitSurroundings.of(environment(tmp_path)))
    assert config.values.get("core.excludesfile", "") == done.stdout.removesuffix("\n")


def test_the_environment_names_the_files() -> None:
    around = GitSurroundings.of({"HOME": "/h", "XDG_CONFIG_HOME": "/x"})
    assert (around.settings, around.files) == ("/x", ("/etc/gitconfig", "/x/git/config", "/h/.gitconfig"))
    around = GitSurroundings.of({"GIT_CONFIG_GLOBAL": "/g", "GIT_CONFIG_SYSTEM": "/s"})
    assert (around.settings, around.files) == ("", ("/s", "/g"))


@pytest.mark.parametrize("version", ["2", "3", "4"])
@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_every_form_of_the_index_is_read(version: str, form: str, tmp_path: Path) -> None:
    top = tmp_path / "top"
    names = ["a.py", "pkg/b.py", "pkg/bb.py", "pkg/deep/" + "n" * 200, "é", "zz"]
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).touch()

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=top, env=environment(tmp_path), check=True, capture_output=True)

    git("init", "-q", f"--object-format={form}")
    git("add", *(["-N"] if version == "3" else []), ".")
    git("update-index", "--index-version", version)
    repository = enclosing_repository(str(top / "pkg"), GitSurroundings.of(environment(tmp_path)))
    assert repository is not None
    assert repository.tracked.files == {name.encode() for name in names}
    assert repository.tracked.folders == {b"pkg", b"pkg/deep"}


def test_a_second_work_tree_has_the_rules_of_its_repository(tmp_path: Path) -> None:
    top, second = tmp_path / "top", tmp_path / "second"
    top.mkdir()
    for arguments in (
        ["init", "-q"],
        ["-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "--allow-empty", "-m", "x"],
        ["worktree", "add", "-q", str(second)],
    ):
        subprocess.run(["git", *arguments], cwd=top, env=environment(tmp_path), check=True, capture_output=True)
    (top / ".git" / "info" / "exclude").write_text("*.log\n")
    repository = enclosing_repository(str(second), GitSurroundings.of(environment(tmp_path)))
    assert repository is not None
    (patterns,) = repository.exclude_files(str(second))
    assert patterns.source == "../top/.git/info/exclude"
