"""Ordinary Python in a workflow's body: loops, helpers, comprehensions, branches on constants."""

import functools
import typing

from flytekit import task, workflow

STAGES = ["extract", "clean", "train"]
USE_EXTRA = True


@task
def run(stage: str, n: int = 0) -> int:
    return n


@task
def add(a: int, b: int) -> int:
    return a + b


@task
def add_all(values: typing.List[int]) -> int:
    return sum(values)


def chain(n):
    """A helper that calls tasks."""
    for stage in STAGES:
        n = run(stage=stage, n=n)
    return n


@workflow
def helper_function(n: int) -> int:
    return chain(n)


@workflow
def comprehension() -> int:
    return add_all(values=[run(stage=s) for s in STAGES])


@workflow
def reduce(n: int) -> int:
    return functools.reduce(lambda a, b: add(a=a, b=b), [run(stage=s, n=n) for s in STAGES])


@workflow
def branch_on_a_constant(n: int) -> int:
    if USE_EXTRA:
        n = run(stage="extra", n=n)
    else:
        n = run(stage="normal", n=n)
    return n


@workflow
def partial(n: int) -> int:
    first = functools.partial(run, stage="first")
    return first(n=n)


@workflow
def unused_results(n: int) -> int:
    run(stage="a", n=n)
    _ = run(stage="b", n=n)
    return add(a=n, b=run(stage="c", n=n))


@workflow
def by_keyword_mapping(n: int) -> int:
    arguments = {"a": n, "b": 2}
    return add(**arguments)


@workflow
def positional(n: int) -> int:
    return add(run("a", n), 3)
