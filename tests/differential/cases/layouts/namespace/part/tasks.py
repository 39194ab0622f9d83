"""A folder without __init__.py: flytekit names the module by its file."""

from flytekit import task, workflow


@task
def in_namespace(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return in_namespace(n=n)
