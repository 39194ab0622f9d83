# flytekit: AssertionError
from flytekit import LaunchPlan, workflow


@workflow
def wf(n: int) -> int:
    return n


LaunchPlan.create("plan", wf)
LaunchPlan.create("plan", wf)  # expect: ?
