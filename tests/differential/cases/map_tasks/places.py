"""Map tasks in sub-workflows, in conditionals, behind launch plans, one after another, and in several workflows."""

from functools import partial
from typing import List, NamedTuple

from flytekit import LaunchPlan, conditional, map_task, task, workflow


class Split(NamedTuple):
    even: List[int]
    odd: List[int]


@task
def split(ns: List[int]) -> Split:
    return Split(ns[::2], ns[1::2])


@task
def square(n: int) -> int:
    return n * n


@task
def add(n: int, m: int) -> int:
    return n + m


@task
def total(ns: List[int]) -> int:
    return sum(ns)


@workflow
def squares(ns: List[int]) -> List[int]:
    return map_task(square)(n=ns)


squares_plan = LaunchPlan.get_or_create(squares, "squares_plan", default_inputs={"ns": [1, 2]})


@workflow
def chain(ns: List[int]) -> int:
    parts = split(ns=ns)
    even = map_task(square)(n=parts.even)
    odd = map_task(square)(n=parts.odd)
    sums = map_task(add)(n=even, m=odd)
    return total(ns=sums)


@workflow
def same_task_again(ns: List[int]) -> List[int]:
    return squares(ns=map_task(square)(n=ns))


@workflow
def behind_a_plan(ns: List[int]) -> List[int]:
    return squares_plan(ns=map_task(square)(n=ns))


@workflow
def by_total(ns: List[int]) -> List[int]:
    size = total(ns=ns)
    return (
        conditional("size")
        .if_(size > 100)
        .then(map_task(square, concurrency=2)(n=ns))
        .elif_(size > 10)
        .then(map_task(partial(add, m=size))(n=ns))
        .else_()
        .then(squares(ns=ns))
    )


@workflow
def elements(ns: List[int]) -> int:
    mapped = map_task(square)(n=ns)
    return add(n=mapped[0], m=mapped[1])


@workflow
def ordered(ns: List[int]) -> List[int]:
    first = map_task(square)(n=ns)
    last = map_task(square)(n=[1])
    first >> last
    return first
