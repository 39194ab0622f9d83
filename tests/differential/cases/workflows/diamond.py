"""Many inputs to one node and one output to many: the set of upstream nodes."""

import typing

from flytekit import task, workflow


@task
def source() -> int:
    return 1


@task
def half(n: int) -> int:
    return n


@task
def join(a: int, b: int, c: typing.List[int]) -> int:
    return a


@workflow
def wf(n: int = 3) -> int:
    s = source()
    left, right = half(n=s), half(n=s)
    return join(a=left, b=right, c=[s, left, n])
