"""Conditionals together with map tasks, dynamic and eager tasks, gates, failure handlers, launch plans, decorators."""

import functools
from datetime import timedelta
from typing import Optional

from flytekit import LaunchPlan, Resources, approve, conditional, dynamic, eager, map_task, task, wait_for_input, workflow
from flytekit.types.error.error import FlyteError


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@task
def square(n: int) -> int:
    return n * n


@task
@logged
def add(n: int, m: int) -> int:
    return n + m


@task(cache=True, cache_version="1", retries=2)
def numbers(n: int) -> list[int]:
    return list(range(n))


@task
def total(numbers: list[int]) -> int:
    return sum(numbers)


@dynamic
def spread(n: int) -> list[int]:
    return numbers(n=n)


@eager
async def planned(n: int) -> list[int]:
    return [n]


@task
def clean_up(n: int, err: Optional[FlyteError] = None): ...


@workflow(on_failure=clean_up)
def mapped(n: int) -> int:
    items = numbers(n=n)
    squares = (
        conditional("how")
        .if_(n > 100)
        .then(map_task(square, concurrency=10, min_success_ratio=0.9)(n=items))
        .elif_(n > 10)
        .then(map_task(functools.partial(add, m=3))(n=items).with_overrides(requests=Resources(cpu="1")))
        .elif_(n > 5)
        .then(spread(n=n))
        .else_()
        .then(numbers(n=n))
    )
    return total(numbers=squares)


mapped_plan = LaunchPlan.get_or_create(mapped, "combined.mapped", default_inputs={"n": 20}, max_parallelism=3)


@workflow
def behind_a_plan(n: int) -> int:
    return mapped_plan(n=n)


@workflow(on_failure=behind_a_plan)
def everything(n: int) -> int:
    go = wait_for_input("go", timedelta(hours=1), bool)
    first = mapped_plan(n=n)
    second = (
        conditional("go")
        .if_(go.is_true() & (first > n))
        .then(behind_a_plan(n=first))
        .elif_(go.is_true())
        .then(conditional("again").if_(first == 3).then(approve(first, "three", timedelta(1))).else_().then(mapped(n=n)))
        .else_()
        .fail("stopped")
    )
    return total(numbers=[first, second, 3])


@workflow
def mapped_plans(n: int) -> list[int]:
    plans = map_task(mapped_plan, concurrency=2)
    return conditional("plans").if_(n > 3).then(plans(n=[n, 2])).elif_(n > 2).then(spread(n=3)).else_().then(numbers(n=1))
