"""Workflows in workflows in workflows."""

import typing

from flytekit import task, workflow
from flytekit.core.node_creation import create_node


@task
def inc(n: int) -> int:
    return n + 1


@workflow
def innermost(n: int) -> int:
    return inc(n=n)


@workflow
def inner(n: int, times: int = 2) -> typing.Tuple[int, int]:
    """Has a default.

    Args:
        n: number
        times: not used
    """
    return innermost(n=n), inc(n=times)


@workflow
def outer(n: int = 1) -> int:
    a, b = inner(n=n)
    c, d = inner(n=a, times=b)
    return innermost(n=d)


@workflow
def outermost() -> int:
    return outer()


@workflow
def by_node(n: int) -> int:
    first = create_node(inner, n=n)
    second = create_node(innermost, n=3)
    first >> second
    return second.o0
