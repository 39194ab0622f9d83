"""Inputs with and without defaults."""

import typing
from datetime import datetime, timedelta

from flytekit import task, workflow


@task
def echo(text: str) -> str:
    return text


@task
def total(values: typing.List[int], weights: typing.Dict[str, float]) -> float:
    return sum(values) * sum(weights.values())


@task
def wait(until: datetime, step: timedelta) -> bool:
    return True


@workflow
def required(text: str) -> str:
    return echo(text=text)


@workflow
def optional(text: str = "hello") -> str:
    return echo(text=text)


@workflow
def mixed(first: str, second: str = "", third: str = "with \"quotes\" and ünïcode") -> str:
    echo(text=first)
    echo(text=second)
    return echo(text=third)


@workflow
def containers(
    values: typing.List[int] = [1, 2, 3],
    weights: typing.Dict[str, float] = {"b": 0.5, "a": 1.0},
) -> float:
    return total(values=values, weights=weights)


@workflow
def empty_containers(values: typing.List[int] = [], weights: typing.Dict[str, float] = {}) -> float:
    return total(values=values, weights=weights)


@workflow
def times(
    until: datetime = datetime(2024, 2, 29, 12, 30, 15, 250000),
    step: timedelta = timedelta(days=1, seconds=5, microseconds=300),
) -> bool:
    return wait(until=until, step=step)
