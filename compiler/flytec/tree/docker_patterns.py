"""The rules of `.dockerignore`, and of `.flyteignore`, which has the same grammar.

Source of the rules: moby's `patternmatcher` and `ignorefile`. Patterns are Go's `filepath.Match` and `**`, they count
from the root, the last one that matches a path or a folder around it decides, and `!` takes back in, also from below a
folder that is left out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from flytec.codes import UNUSABLE_RULES
from flytec.diagnostics import CannotRunError, Location, cannot_run
from flytec.records import dataclass
from flytec.tree.rules import Folder, Rule

_BOM = "\ufeff"
_ALWAYS_TAKEN = ".dockerignore"
"""Docker sends its own file in every case, and flytekit packs it."""


@dataclass(frozen=True, slots=True)
class DockerPattern:
    """One line: what it matches, and whether it takes back in."""

    rule: Rule
    glob: re.Pattern[str]
    exception: bool


@dataclass(frozen=True, slots=True)
class DockerRules:
    """The rule set of a file of this grammar at the root of the tree; a file that is not there leaves nothing out."""

    name: str

    def at(self, root: str) -> Folder | Rule:
        """The patterns of the root's file.

        Raises:
            CannotRunError: FTC508 for a file that cannot be read, and for malformed patterns.
        """
        path = Path(root, self.name)
        if not path.is_file():
            return _Folder((), "", frozenset())
        try:
            text = path.read_bytes().decode(errors="surrogateescape")
        except OSError as error:
            raise cannot_run(
                UNUSABLE_RULES,
                f"the file of patterns cannot be read: {error.strerror}",
                at=Location(str(path)),
                hint="Make it readable, or delete it.",
            ) from error
        return _Folder(tuple(parse(text, self.name, str(path))), "", frozenset())


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder; `matched` are the numbers of the patterns that match it or a folder around it."""

    patterns: tuple[DockerPattern, ...]
    path: str
    matched: frozenset[int]

    def file(self, name: str) -> Rule | None:
        if not self.path and name == _ALWAYS_TAKEN:
            return None
        return self._verdict(self._matching(f"{self.path}{name}"))

    def folder(self, name: str) -> Folder | Rule:
        path = f"{self.path}{name}"
        matched = self._matching(path)
        rule = self._verdict(matched)
        if rule is not None and not any(pattern.exception for pattern in self.patterns):
            return rule
        return replace(self, path=f"{path}/", matched=matched)

    def _matching(self, path: str) -> frozenset[int]:
        own = (at for at, one in enumerate(self.patterns) if at not in self.matched and one.glob.fullmatch(path))
        return self.matched.union(own) if self.patterns else self.matched

    def _verdict(self, matched: frozenset[int]) -> Rule | None:
        if not matched:
            return None
        last = self.patterns[max(matched)]
        return None if last.exception else last.rule


def parse(text: str, source: str, place: str) -> Iterator[DockerPattern]:
    """The patterns of a file; `source` names it in rules and `place` in errors.

    Raises:
        CannotRunError: FTC508 for a malformed pattern.
    """
    for number, line in enumerate(text.removeprefix(_BOM).split("\n"), 1):
        stripped = line.strip()
        if line.startswith("#") or not stripped:
            continue
        exception = stripped.startswith("!")
        body = stripped[1:].strip() if exception else stripped
        if not body:
            raise _malformed(stripped, place, number)
        cleaned = posixpath.normpath(body).lstrip("/") or "."
        try:
            glob = re.compile(_translated(cleaned), re.DOTALL)
        except (ValueError, re.error) as error:
            raise _malformed(stripped, place, number) from error
        yield DockerPattern(Rule(source, number, stripped), glob, exception)


def _malformed(pattern: str, place: str, line: int) -> CannotRunError:
    return cannot_run(
        UNUSABLE_RULES,
        f"{pattern!r} is malformed; a pattern in the form of .dockerignore was expected",
        at=Location(place, line),
        hint="Correct the pattern; brackets have to be closed, and ! needs a pattern after it.",
    )


def _translated(pattern: str) -> str:
    """The pattern as a regular expression; raises `ValueError` where it is malformed."""
    out: list[str] = []
    at = 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if pattern.startswith("**", at - 1):
            at += 1 + pattern.startswith("/", at + 1)
            out.append("(?:.*/)?" if at < len(pattern) else ".*")
        elif char == "*":
            out.append("[^/]*")
        elif char == "?":
            out.append("[^/]")
        elif char == "[":
            members, at = _bracket(pattern, at)
            out.append(members)
        elif char == "\\":
            if at == len(pattern):
                raise ValueError("nothing after the backslash")
            out.append(re.escape(pattern[at]))
            at += 1
        else:
            out.append(re.escape(char))
    return "".join(out)


def _bracket(pattern: str, at: int) -> tuple[str, int]:
    """A class of characters from `at` on, as Go has it: `^` negates, a backslash escapes, none may be empty."""
    negated = pattern.startswith("^", at)
    at += negated
    members: list[str] = []
    while True:
        if pattern.startswith("]", at) and members:
            return f"[{'^' * negated}{''.join(members)}{'/' * negated}]", at + 1
        first, at = _member(pattern, at)
        last = first
        if pattern.startswith("-", at):
            last, at = _member(pattern, at + 1)
        members.append(f"{re.escape(first)}-{re.escape(last)}")


def _member(pattern: str, at: int) -> tuple[str, int]:
    if pattern.startswith("\\", at):
        at += 1
    elif pattern[at : at + 1] in ("-", "]"):
        raise ValueError("a class of characters begins with - or ]")
    if at >= len(pattern):
        raise ValueError("a class of characters has no end")
    return pattern[at], at + 1
