"""A node that runs when the workflow fails."""

import typing

from flytekit import task, workflow
from flytekit.types.error.error import FlyteError


@task
def create(name: str) -> str:
    return name


@task
def clean_up(name: str, err: typing.Optional[FlyteError] = None) -> None: ...


@task
def plain_clean_up(name: str) -> None: ...


@workflow
def clean_up_workflow(name: str = "x", err: typing.Optional[FlyteError] = None):
    create(name=name)


@workflow(on_failure=clean_up)
def by_task(name: str = "cluster") -> str:
    return create(name=name)


@workflow(on_failure=plain_clean_up)
def by_plain_task(name: str) -> str:
    return create(name=name)


@workflow(on_failure=clean_up_workflow)
def by_workflow(name: str) -> str:
    return create(name=name)
