"""What a workflow gives back: nothing, one, many, named, inputs passed through."""

import typing
from typing import Tuple

from flytekit import task, workflow

Two = typing.NamedTuple("Two", first=int, second=str)
One = typing.NamedTuple("One", only=int)


@task
def number() -> int:
    return 1


@task
def text() -> str:
    return ""


@task
def two() -> Two:
    return Two(1, "")


@task
def one() -> One:
    return One(1)


@task
def loose() -> Tuple[int, str]:
    return 1, ""


@workflow
def none_unsaid():
    number()


@workflow
def none_said() -> None:
    number()


@workflow
def single() -> int:
    return number()


@workflow
def many() -> Tuple[int, str, int]:
    return number(), text(), number()


@workflow
def unpacked() -> Tuple[str, int]:
    n, t = loose()
    return t, n


@workflow
def handed_on() -> Tuple[int, str]:
    return loose()


@workflow
def named() -> Two:
    return Two(first=number(), second=text())


@workflow
def named_as_tuple() -> Two:
    n, t = two()
    return n, t


@workflow
def named_handed_on() -> Two:
    return two()


@workflow
def named_by_attribute() -> Tuple[str, int]:
    result = two()
    return result.second, result.first


@workflow
def named_single() -> One:
    return One(only=number())


@workflow
def named_single_handed_on() -> One:
    return one()


@workflow
def named_single_by_attribute() -> int:
    return one().only


@workflow
def input_passed_through(n: int, t: str = "x") -> Tuple[int, str]:
    return n, t


@workflow
def nothing_inside(n: int) -> int:
    return n


@workflow
def nodes_without_outputs(n: int) -> int:
    number()
    text()
    return n


@workflow
def same_promise_twice() -> Tuple[int, int]:
    n = number()
    return n, n


@workflow
def returned_without_saying():
    return number()
