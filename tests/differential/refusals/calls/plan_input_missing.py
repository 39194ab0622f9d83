# flytekit: FlyteAssertion
from flytekit import LaunchPlan, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def inner(n: int) -> int:
    return t(n=n)


plan = LaunchPlan.create("plan", inner)


@workflow
def wf() -> int:
    return plan()  # expect: FTC202 plan: input 'n' of type int is not given
