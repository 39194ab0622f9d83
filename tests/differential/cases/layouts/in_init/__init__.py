"""Entities in the package's own file."""

from flytekit import task, workflow

from .other import elsewhere


@task
def here(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return here(n=elsewhere(n=n))
