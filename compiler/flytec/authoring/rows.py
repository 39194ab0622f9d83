"""The rows of the stand-in table: what a name of flytekit stands for while user modules load."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from flytec.records import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that only the bodies of tasks use: `make` gets its dotted name and makes the object that is imported."""

    make: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Refused:
    """A name that is known and not to be had, with the reason that the error gives."""

    reason: str


# A string is a target, "package.module:attribute", which is imported when the name is first asked for.
Row: TypeAlias = str | Mention | Refused

# Public names by the dotted name of the module that has them. Packages above a module need no entry of their own.
StandInTable: TypeAlias = Mapping[str, Mapping[str, Row]]

# By the name of a plug-in, such as "spark", the config classes that it registers, each with the class that makes the
# tasks; both as targets. A plug-in that registers none has no entry.
TaskPluginTable: TypeAlias = Mapping[str, tuple[tuple[str, str], ...]]
