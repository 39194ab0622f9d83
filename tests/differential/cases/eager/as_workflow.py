"""Eager tasks as workflows: launch plans of their own, sub-workflows, and names that are taken already."""

from flytekit import CronSchedule, LaunchPlan, eager, task, workflow


@task
def square(n: int) -> int:
    return n * n


@eager
async def scheduled(n: int) -> int:
    return square(n=n)


@eager
async def below(n: int, m: int = 1) -> int:
    return square(n=n)


scheduled_workflow = scheduled.get_as_workflow()
nightly = LaunchPlan.get_or_create(
    scheduled_workflow, "nightly", fixed_inputs={"n": 3}, schedule=CronSchedule(schedule="0 0 * * *")
)


@workflow
def wf(n: int) -> int:
    return below_workflow(n=n, m=2)


below_workflow = below.get_as_workflow()
