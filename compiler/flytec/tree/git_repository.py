"""git's ignore rules: which repository a folder lies in, and what its patterns and its index say of each file.

Source of the rules: gitignore(5), and git's `dir.c` where that is silent. Patterns of a deeper `.gitignore` come before
those of the folders above, these before `info/exclude`, and that before the user's own `core.excludesFile`. Below an
ignored folder no pattern counts any more. No git is run: what is taken must not hang on whether it is installed.
"""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from flytec.codes import UNUSABLE_RULES
from flytec.diagnostics import Location, cannot_run
from flytec.records import dataclass
from flytec.tree.git_config import GitConfig, GitSurroundings, expanded, read_config
from flytec.tree.git_index import Tracked, UnreadableIndexError, read_index
from flytec.tree.git_patterns import GitPatterns
from flytec.tree.rules import Folder, Rule

_MARK = ".git"
_IGNORE = ".gitignore"


@dataclass(frozen=True)
class Repository:
    """A work tree at `top`, its `.git` folder, and the folder that it shares with other work trees."""

    top: str
    git: str
    common: str
    around: GitSurroundings

    @cached_property
    def config(self) -> GitConfig:
        """What the configuration says."""
        return read_config(self.git, os.path.join(self.common, "config"), self.around)

    @cached_property
    def fold_case(self) -> bool:
        """Whether upper and lower case are one in patterns."""
        return self.config.switch("core.ignorecase")

    @cached_property
    def tracked(self) -> Tracked:
        """The tracked files.

        Raises:
            CannotRunError: FTC508 for an index that cannot be read.
        """
        path = os.path.join(self.git, "index")
        size = 32 if self.config.values.get("extensions.objectformat") == "sha256" else 20
        try:
            return read_index(path, size)
        except (OSError, UnreadableIndexError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or str(error)
            raise cannot_run(
                UNUSABLE_RULES,
                f"git's index cannot be read ({reason}), which tells what is tracked; a whole index was expected",
                at=Location(path),
                hint="Run `git update-index --no-split-index`, or leave git's rules out.",
            ) from error

    def exclude_files(self, root: str) -> list[GitPatterns]:
        """The patterns beside those in the tree, what counts more first."""
        users = self.config.values.get("core.excludesfile")
        if users is None and self.around.settings:
            users = os.path.join(self.around.settings, "git", "ignore")
        paths = [os.path.relpath(os.path.join(self.common, "info", "exclude"), root)]
        if users:
            paths.append(os.path.join(self.top, expanded(users, self.around.home)))
        return [patterns for path in paths if (patterns := self.patterns(path, root, follow=True))]

    def patterns(self, path: str, root: str, *, follow: bool) -> GitPatterns | None:
        """The patterns of a file, whose path may count from `root`; `None` where it has none.

        git does not follow a link at a `.gitignore`.

        Raises:
            CannotRunError: FTC508 for a file that cannot be read.
        """
        place = os.path.join(root, path)
        try:
            if not follow and stat.S_ISLNK(os.lstat(place).st_mode):
                return None
            data = Path(place).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as error:
            raise cannot_run(
                UNUSABLE_RULES,
                f"the file of patterns cannot be read: {error.strerror}",
                at=Location(place),
                hint="Make it readable, or delete it.",
            ) from error
        return GitPatterns(path, data, fold_case=self.fold_case) or None


@dataclass(frozen=True, slots=True)
class GitRules:
    """The rule set of git: the repository that the root lies in, if it lies in one, and those that lie in the tree."""

    around: GitSurroundings

    def at(self, root: str) -> Folder | Rule:
        """Where `root` is: below ignored folders of its repository all is ignored that is not tracked."""
        repository = enclosing_repository(root, self.around)
        if repository is None:
            return _Outside(root, root, self.around)
        inner = os.path.relpath(root, repository.top)
        folder: Folder | Rule = _top(repository, root)
        for part in () if inner == os.curdir else inner.split(os.sep):
            folder = folder if isinstance(folder, Rule) else folder.folder(part)
        return folder


def enclosing_repository(folder: str, around: GitSurroundings) -> Repository | None:
    """The repository whose work tree holds `folder`, `None` where there is none."""
    for place in (folder, *map(str, Path(folder).parents)):
        if found := repository_at(place, around):
            return found
    return None


def repository_at(top: str, around: GitSurroundings) -> Repository | None:
    """The repository whose work tree begins at `top`, `None` where there is none."""
    git = os.path.join(top, _MARK)
    try:
        if stat.S_ISREG(os.stat(git).st_mode):
            link = Path(git).read_text(encoding="utf-8", errors="surrogateescape")
            if not link.startswith("gitdir: "):
                return None
            git = os.path.normpath(os.path.join(top, link.removeprefix("gitdir: ").rstrip("\r\n")))
        common = _common(git)
    except OSError:
        return None
    is_git = os.path.lexists(os.path.join(git, "HEAD")) and all(
        os.path.isdir(os.path.join(common, name)) for name in ("objects", "refs")
    )
    return Repository(top, git, common, around) if is_git else None


def _common(git: str) -> str:
    try:
        inner = Path(git, "commondir").read_text(encoding="utf-8", errors="surrogateescape")
    except FileNotFoundError:
        return git
    return os.path.normpath(os.path.join(git, inner.rstrip("\r\n")))


@dataclass(frozen=True, slots=True)
class _Outside:
    """A folder that lies in no repository; one may begin below."""

    root: str
    place: str
    around: GitSurroundings

    def file(self, name: str) -> Rule | None:  # noqa: ARG002
        return None

    def folder(self, name: str) -> Folder | Rule:
        place = os.path.join(self.place, name)
        return _beginning(place, self.root, self.around) or replace(self, place=place)


@dataclass(frozen=True, slots=True)
class _Level:
    """The patterns of one file, and how many bytes of a path lie above the folder that they count from."""

    patterns: GitPatterns
    skipped: int


@dataclass(frozen=True, slots=True)
class _Inside:
    """A folder in a work tree. `path` counts from the top and ends with a slash; sources are shown as from `root`.

    `ignored` is the rule that ignores the folder, or one around it; then only tracked files are taken.
    """

    repository: Repository
    root: str
    path: bytes
    levels: tuple[_Level, ...]
    ignored: Rule | None = None

    def file(self, name: str) -> Rule | None:
        raw = os.fsencode(name)
        rule = self.ignored or self._deciding(raw, is_folder=False)
        return None if rule is None or self.path + raw in self.repository.tracked.files else rule

    def folder(self, name: str) -> Folder | Rule:
        raw = os.fsencode(name)
        rule = self.ignored or self._deciding(raw, is_folder=True)
        if rule is not None and self.path + raw not in self.repository.tracked.folders:
            return rule
        place = os.path.join(self.repository.top, os.fsdecode(self.path + raw))
        inner = _beginning(place, self.root, self.repository.around)
        return inner or _entered(replace(self, path=self.path + raw + b"/", ignored=rule), place)

    def _deciding(self, raw: bytes, *, is_folder: bool) -> Rule | None:
        path = self.path + raw
        for level in self.levels:
            found = level.patterns.deciding(path[level.skipped :], raw, is_folder=is_folder)
            if found is not None:
                return None if found.negative else Rule(level.patterns.source, found.line, found.text)
        return None


def _top(repository: Repository, root: str) -> _Inside:
    levels = tuple(_Level(patterns, 0) for patterns in repository.exclude_files(root))
    return _entered(_Inside(repository, root, b"", levels), repository.top)


def _entered(folder: _Inside, place: str) -> _Inside:
    """The folder with the patterns of its own `.gitignore`, unless no pattern counts there any more."""
    path = os.path.join(place, _IGNORE)
    if folder.ignored is not None or not os.path.lexists(path):
        return folder
    patterns = folder.repository.patterns(os.path.relpath(path, folder.root), folder.root, follow=False)
    return replace(folder, levels=(_Level(patterns, len(folder.path)), *folder.levels)) if patterns else folder


def _beginning(place: str, root: str, around: GitSurroundings) -> _Inside | None:
    """The top of a repository that begins at `place`; `None` where none does."""
    if not os.path.lexists(os.path.join(place, _MARK)):
        return None
    repository = repository_at(place, around)
    return None if repository is None else _top(repository, root)
