"""One sub-workflow used in several places, directly and further down."""

import typing

from flytekit import task, workflow

Split = typing.NamedTuple("Split", train=typing.List[int], test=typing.List[int])


@task
def load(n: int) -> typing.List[int]:
    return [n]


@task
def merge(a: typing.List[int], b: typing.List[int]) -> int:
    return 0


@workflow
def split(n: int) -> Split:
    return Split(train=load(n=n), test=load(n=1))


@workflow
def one_level(n: int) -> int:
    s = split(n=n)
    return merge(a=s.train, b=s.test)


@workflow
def two_levels(n: int) -> int:
    one_level(n=1)
    s, t = split(n=n)
    u = split(n=2)
    return merge(a=u.train, b=t)
