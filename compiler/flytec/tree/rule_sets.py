"""The rule sets beside git's and Docker's: caches and bytecode, patterns of the user's, what a run writes itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Protocol

from flytec.records import dataclass
from flytec.tree.docker_patterns import DockerRules
from flytec.tree.git_config import GitSurroundings
from flytec.tree.git_patterns import GitPatterns
from flytec.tree.git_repository import GitRules
from flytec.tree.rules import Folder, Rule, RuleSet

STANDARD_PATTERNS = ("*.pyc", ".cache", ".cache/*", "__pycache__/*", "**/__pycache__/*")
"""flytekit's `STANDARD_IGNORE_PATTERNS`: caches and bytecode. They match whole paths, and `*` matches slashes."""

STANDARD_SOURCE = "standard ignores"
GIT_FOLDER = Rule("always", pattern=".git")


def default_rules(around: GitSurroundings) -> tuple[RuleSet, ...]:
    """What flytekit leaves out by default, in its order: git's rules, `.dockerignore`, caches, `.flyteignore`."""
    return (GitRules(around), DockerRules(".dockerignore"), StandardRules(), DockerRules(".flyteignore"))


@dataclass(frozen=True, slots=True)
class StandardRules:
    """Caches and bytecode, by flytekit's patterns."""

    def at(self, root: str) -> Folder | Rule:  # noqa: ARG002
        """The patterns, which are the same everywhere."""
        return _StandardFolder("")


@dataclass(frozen=True, slots=True)
class _StandardFolder:
    path: str

    def file(self, name: str) -> Rule | None:
        return _standard_rule(f"{self.path}{name}", STANDARD_PATTERNS)

    def folder(self, name: str) -> Folder | Rule:
        # What ends in an asterisk and matches up to the slash matches everything below.
        path = f"{self.path}{name}/"
        return _standard_rule(path, [one for one in STANDARD_PATTERNS if one.endswith("*")]) or _StandardFolder(path)


def _standard_rule(path: str, patterns: Sequence[str]) -> Rule | None:
    pattern = next((one for one in patterns if fnmatchcase(path, one)), None)
    return None if pattern is None else Rule(STANDARD_SOURCE, pattern=pattern)


@dataclass(frozen=True, slots=True)
class PatternRules:
    """Patterns in the form of a `.gitignore` at the root of the tree, with the words that say where they were given."""

    patterns: GitPatterns

    def at(self, root: str) -> Folder | Rule:  # noqa: ARG002
        """The patterns, which count from the root."""
        return _PatternFolder(self.patterns, b"")


@dataclass(frozen=True, slots=True)
class _PatternFolder:
    patterns: GitPatterns
    path: bytes

    def file(self, name: str) -> Rule | None:
        return self._deciding(os.fsencode(name), is_folder=False)

    def folder(self, name: str) -> Folder | Rule:
        raw = os.fsencode(name)
        return self._deciding(raw, is_folder=True) or replace(self, path=self.path + raw + b"/")

    def _deciding(self, raw: bytes, *, is_folder: bool) -> Rule | None:
        found = self.patterns.deciding(self.path + raw, raw, is_folder=is_folder)
        return None if found is None or found.negative else Rule(self.patterns.source, found.line, found.text)


class Ignore(Protocol):
    """What flytekit's ignore classes have: told the root, an object tells of each path whether it is left out."""

    def is_ignored(self, path: str) -> bool:
        """Whether the file at `path`, which counts from the root, is left out."""


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """A rule set made of a class like flytekit's `Ignore`."""

    make: Callable[[str], Ignore]

    def at(self, root: str) -> Folder | Rule:
        """The object that the class makes for the root."""
        name = getattr(self.make, "__name__", type(self.make).__name__)
        return _IgnoreFolder(self.make(root), Rule(name), "")


@dataclass(frozen=True, slots=True)
class _IgnoreFolder:
    ignore: Ignore
    rule: Rule
    path: str

    def file(self, name: str) -> Rule | None:
        return self.rule if self.ignore.is_ignored(f"{self.path}{name}") else None

    def folder(self, name: str) -> Folder | Rule:
        return replace(self, path=f"{self.path}{name}{os.sep}")


@dataclass(frozen=True, slots=True)
class OnlyRules:
    """Takes the files at these paths, which count from the root, and nothing else; `reason` is why not."""

    paths: frozenset[str]
    reason: str

    def at(self, root: str) -> Folder | Rule:  # noqa: ARG002
        """The rules, which are the same everywhere."""
        folders = {path[:end] for path in self.paths for end, char in enumerate(path) if char == "/"}
        return _OnlyFolder(self.paths, frozenset(folders), Rule(self.reason), "")


@dataclass(frozen=True, slots=True)
class _OnlyFolder:
    paths: frozenset[str]
    folders: frozenset[str]
    rule: Rule
    path: str

    def file(self, name: str) -> Rule | None:
        # What looks like a file may be a link to a folder.
        path = f"{self.path}{name}"
        return None if path in self.paths or path in self.folders else self.rule

    def folder(self, name: str) -> Folder | Rule:
        path = f"{self.path}{name}"
        return replace(self, path=f"{path}/") if path in self.folders else self.rule


@dataclass(frozen=True, slots=True)
class BelowRules:
    """Takes what lies at these paths, which count from the root, and below them; `reason` is why not."""

    paths: frozenset[str]
    reason: str

    def at(self, root: str) -> Folder | Rule:  # noqa: ARG002
        """The rules, which are the same everywhere."""
        return _BelowFolder(self.paths, Rule(self.reason), "")


@dataclass(frozen=True, slots=True)
class _BelowFolder:
    paths: frozenset[str]
    rule: Rule
    path: str

    def file(self, name: str) -> Rule | None:
        return None if isinstance(self.folder(name), _BelowFolder) else self.rule

    def folder(self, name: str) -> Folder | Rule:
        path = f"{self.path}{name}/"
        # What is asked for may lie further down, or this may be further down.
        if any(path.startswith(f"{one}/") or one.startswith(path) or one == "." for one in self.paths):
            return replace(self, path=path)
        return self.rule


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What is never source code: `.git`, and what a run of flytec writes itself, by paths from the root.

    `is_output` is told the path of a file, or that of a folder with a slash at its end.
    """

    is_output: Callable[[str], bool] = lambda _path: False

    def at(self, root: str) -> Folder | Rule:  # noqa: ARG002
        """The rules, which are the same everywhere."""
        return _OwnFolder(self.is_output, "")


_OUTPUT = Rule("always", pattern="what flytec writes")


@dataclass(frozen=True, slots=True)
class _OwnFolder:
    is_output: Callable[[str], bool]
    path: str

    def file(self, name: str) -> Rule | None:
        if name == GIT_FOLDER.pattern:
            return GIT_FOLDER
        return _OUTPUT if self.is_output(f"{self.path}{name}") else None

    def folder(self, name: str) -> Folder | Rule:
        path = f"{self.path}{name}/"
        if name == GIT_FOLDER.pattern:
            return GIT_FOLDER
        return _OUTPUT if self.is_output(path) else replace(self, path=path)
