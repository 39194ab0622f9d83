"""Constants where promises could be."""

import typing
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import Optional

from flytekit import task, workflow


class Color(Enum):
    RED = "red"
    BLUE = "blue"


@task
def scalars(i: int, f: float, s: str, b: bool) -> int:
    return i


@task
def moments(dt: datetime, d: date, td: timedelta) -> int:
    return 1


@task
def containers(xs: typing.List[str], m: typing.Dict[str, int], nested: typing.List[typing.List[int]]) -> int:
    return 1


@task
def maybe(n: Optional[int], color: Color, s: Optional[str] = "unset") -> int:
    return 1


@task
def defaulted(n: int = 7, s: str = "seven") -> int:
    return n


@workflow
def wf() -> int:
    scalars(i=1, f=2.5, s="three", b=True)
    scalars(i=-(2**40), f=float("inf"), s="", b=False)
    scalars(i=0, f=1e-300, s="line\nbreak\ttab", b=False)
    moments(
        dt=datetime(2020, 1, 1, tzinfo=timezone.utc), d=date(2024, 12, 31), td=timedelta(weeks=-1, microseconds=1)
    )
    moments(dt=datetime(1969, 7, 20, 20, 17, 40, 5, timezone(timedelta(hours=2))), d=date(1, 1, 1), td=timedelta())
    containers(xs=["a", "b"], m={"z": 1, "a": 2}, nested=[[1], [], [2, 3]])
    containers(xs=[], m={}, nested=[])
    maybe(n=None, color=Color.BLUE, s=None)
    maybe(n=3, color=Color.RED)
    defaulted()
    defaulted(n=8)
    return defaulted(s="eight", n=8)


@workflow
def constant_output() -> typing.Tuple[int, str, typing.List[int]]:
    return 1, "one", [1, 2]
