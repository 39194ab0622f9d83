"""Imports b, which imports a."""

from flytekit import task, workflow

from circular import b


@task
def in_a(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return b.in_b(n=in_a(n=n))
