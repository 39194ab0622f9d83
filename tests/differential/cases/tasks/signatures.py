"""Inputs and outputs: none, many, defaults, tuples, names."""

import typing
from collections import namedtuple
from typing import NamedTuple, Tuple

from flytekit import kwtypes, task

Pair = typing.NamedTuple("Pair", total=int, mean=float)
Listed = NamedTuple("Listed", [("left", int), ("right", str)])


class Report(NamedTuple):
    """With names for the outputs."""

    path: str
    rows: int
    warnings: typing.List[str]


class Single(NamedTuple):
    only: int


@task
def no_inputs() -> int:
    return 1


@task
def no_outputs(n: int) -> None: ...


@task
def neither(): ...


@task
def outputs_unsaid(n: int):
    print(n)


@task
def many(a: int, b: str, c: float, d: bool, e: int = 5, f: str = "six") -> Tuple[int, str, float]:
    return a, b, c


@task
def builtin_tuple(a: int) -> tuple[int, str]:
    return a, ""


@task
def pair(values: typing.List[int]) -> Pair:
    return Pair(total=sum(values), mean=0.0)


@task
def listed() -> Listed:
    return Listed(left=1, right="")


@task
def report() -> Report:
    return Report(path="", rows=0, warnings=[])


@task
def single() -> Single:
    return Single(only=1)


@task
def untyped_named() -> namedtuple("Loose", ["x"]) if False else int:
    return 1


@task
def keyword_only(*, a: int, b: int = 2) -> int:
    return a + b


@task
def positional_only(a: int, /, b: int = 2) -> int:
    return a + b


@task
def not_in_order(zebra: int, apple: int, mango: int) -> int:
    return zebra


assert kwtypes(a=int) == {"a": int}


@task
def mutable_defaults(values: typing.List[int] = [1], table: typing.Dict[str, int] = {}) -> int:
    return 1


@task
def variable(*numbers: int) -> int:
    return 1
