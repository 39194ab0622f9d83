"""Enums and Literal."""

from enum import Enum, IntEnum
from typing import List, Literal, Optional

from flytekit import task, workflow


class Color(Enum):
    RED = "red"
    GREEN = "green"
    ALIAS = "red"


class Mode(str, Enum):
    FAST = "fast"
    SLOW = "slow"


@task
def colors(a: Color, b: Color = Color.GREEN) -> Color:
    return a


@task
def modes(a: Mode, b: List[Mode], c: Optional[Mode] = None) -> Mode:
    return a


@task
def literals(a: Literal["x", "y"], b: Literal["only"] = "only") -> Literal["x", "y"]:
    return a


@workflow
def wf(a: Color = Color.RED, m: Mode = Mode.SLOW, x: Literal["x", "y"] = "y") -> Color:
    colors(a=Color.ALIAS, b=a)
    modes(a=m, b=[Mode.FAST, Mode.SLOW])
    literals(a=x)
    literals(a="x")
    return colors(a=Color.GREEN)
