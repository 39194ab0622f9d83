"""What decides whether a file is taken: rule sets, each asked folder by folder on the way down.

A `RuleSet` gives a `Folder` for the root of a tree; a `Folder` gives a verdict on each of its files, and a `Folder` for
each of its folders, or the rule by which all below is left out.
"""

from typing import Protocol

from flytec.records import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What left something out: a pattern, and where it stands."""

    source: str
    line: int = 0
    pattern: str = ""

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}" if self.line else self.source
        return f"{place} {self.pattern}" if self.pattern else place


class Folder(Protocol):
    """The rules of one set, at one folder."""

    def file(self, name: str) -> Rule | None:
        """The rule that leaves out the file or link of this name, `None` where none does."""

    def folder(self, name: str) -> "Folder | Rule":
        """The rules below a folder of this name, or the one that leaves out all that is below it."""


class RuleSet(Protocol):
    """Rules of one kind."""

    def at(self, root: str) -> "Folder | Rule":
        """The rules at the root of a tree, or the one that leaves out the whole tree."""
