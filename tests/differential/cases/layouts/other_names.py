"""One task under several names, a task in a container, a task from a factory with the name of its inner function."""

from flytekit import task, workflow


@task
def original(n: int) -> int:
    return n


alias = original
REGISTRY = {"first": original, "second": task(lambda: None) if False else original}


@workflow
def wf(n: int) -> int:
    return REGISTRY["first"](n=alias(n=n))
