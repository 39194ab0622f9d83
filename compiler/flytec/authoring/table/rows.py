"""The kinds of rows in the stand-in's table."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal, TypeAlias


class _Marker(Enum):
    MENTIONED = "mentioned"


# The name may be imported and mentioned, but has a meaning in a running task only.
MENTIONED: Literal[_Marker.MENTIONED] = _Marker.MENTIONED


@dataclass(frozen=True, slots=True)
class Refused:
    """The name is known and cannot be compiled; `reason` says why and what to do instead."""

    reason: str


# A string names what the row resolves to: "package.module:attribute", or "package.module" for a whole module.
Row: TypeAlias = str | Refused | Literal[_Marker.MENTIONED]
