"""Handlers that are compiled inside the workflow that fails to them, which shows in the ids of their nodes."""

from typing import Optional

from flytekit import LaunchPlan, conditional, task, workflow
from flytekit.types.error.error import FlyteError


@workflow
def parent(n: int) -> int:
    return child(n=n)


@task
def work(n: int) -> int:
    return n


@task
def clean_up(n: int, err: Optional[FlyteError] = None): ...


@workflow
def inner_handler(n: int, err: Optional[FlyteError] = None):
    work(n=work(n=n))


@workflow(on_failure=inner_handler)
def handler(n: int, err: Optional[FlyteError] = None):
    conditional("how").if_(n > 1).then(work(n=n)).else_().then(deep(n=n))
    work(n=n)


@workflow(on_failure=handler)
def child(n: int) -> int:
    return work(n=n)


@workflow
def deep(n: int) -> int:
    return work(n=n)


@workflow
def conditional_parent(n: int) -> int:
    return conditional("c").if_(n > 1).then(late_child(n=n)).else_().then(work(n=n))


@workflow
def late_handler(n: int, err: Optional[FlyteError] = None):
    clean_up(n=n)


@workflow(on_failure=late_handler)
def late_child(n: int) -> int:
    return work(n=n)
