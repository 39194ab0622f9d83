"""Environment variables of a task's own."""

from flytekit import task

SHARED = {"REGION": "eu-1", "LEVEL": "debug"}


@task(environment={"B": "2", "A": "1"})
def own() -> None: ...


@task(environment=SHARED)
def shared() -> None: ...


@task(environment={})
def empty() -> None: ...


@task(environment={"STAGE": "of the task", "": "no name"})
def overriding() -> None: ...
