"""Gates by themselves: names, timeouts, types."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Optional

from flytekit import approve, sleep, task, wait_for_input, workflow
from flytekit.types.file import FlyteFile


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass
class Trip:
    days: int


@task
def number(n: int = 1) -> int:
    return n


@task
def pair() -> tuple[int, str]:
    return 1, ""


@task
def trip() -> Trip:
    return Trip(1)


@workflow
def sleeping():
    sleep(timedelta(seconds=10))


@workflow
def sleeping_twice():
    sleep(timedelta(days=2, hours=3, microseconds=7))
    sleep(duration=timedelta(milliseconds=1))
    sleep(timedelta(seconds=-1))


@workflow
def waiting() -> int:
    return wait_for_input("my-number", timeout=timedelta(hours=2), expected_type=int)


@workflow
def waiting_for_every_type() -> tuple[str, bool, float, list[int]]:
    a = wait_for_input("text", timedelta(minutes=1), str)
    b = wait_for_input("flag", timedelta(minutes=1), bool)
    c = wait_for_input(name="ratio", timeout=timedelta(0), expected_type=float)
    d = wait_for_input("list", timeout=None, expected_type=list[int])
    wait_for_input("colour", timedelta(1), Colour)
    wait_for_input("maybe", timedelta(1), Optional[int])
    wait_for_input("file", timedelta(1), FlyteFile)
    wait_for_input("trip", timedelta(1), Trip)
    wait_for_input("table", timedelta(1), dict[str, float])
    return a, b, c, d


@workflow
def approving(n: int) -> int:
    x = number(n=n)
    return approve(x, "Is it right?", timeout=timedelta(hours=3))


@workflow
def approving_outputs() -> tuple[str, int, Trip]:
    a, b = pair()
    t = trip()
    return (
        approve(b, name="second", timeout=timedelta(hours=3)),
        approve(upstream_item=a, name="first", timeout=timedelta(0)),
        approve(t, "trip", None),
    )


@workflow
def approving_a_member() -> int:
    t = trip()
    a = approve(t.days, "days", timedelta(1))
    return number(n=a.days)


@workflow
def approving_gates() -> int:
    a = wait_for_input("number", timedelta(1), int)
    b = approve(a, "first", timedelta(2))
    return approve(b, "second", timedelta(3))
