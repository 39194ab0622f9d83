"""Entities that are declared in another order than they are used in."""

from flytekit import LaunchPlan, task, workflow


@workflow
def alone() -> int:
    return inner_task()


def inner_task() -> int:
    return 5


@task
def late(n: int) -> int:
    return n


@workflow
def uses_late(n: int) -> int:
    return late(n=n)


plan = LaunchPlan.get_or_create(uses_late, "late_plan")


@task
def after_the_plan(n: int) -> int:
    return n
