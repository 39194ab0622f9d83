# flytekit: accepts
from flytekit import LaunchPlan, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=n)


plan = LaunchPlan.get_or_create(wf, "plan")
assert not hasattr(plan, "no_such_name")
plan.parameters  # expect: FTC200 LaunchPlan.parameters cannot be compiled: the stand-in does not have it
