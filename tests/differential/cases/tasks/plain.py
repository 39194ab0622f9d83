"""The smallest task, and a workflow around it."""

from flytekit import task, workflow


@task
def double(n: int) -> int:
    return n * 2


@workflow
def wf(n: int = 3) -> int:
    return double(n=double(n=n))
