# flytekit: AssertionError
from flytekit import LaunchPlan, workflow


@workflow
def wf(n: int) -> int:
    return n


LaunchPlan.create("plan", wf)
LaunchPlan.create("plan", wf)  # expect: FTC201 launch plan 'plan' exists already, made at same_name.py:10
