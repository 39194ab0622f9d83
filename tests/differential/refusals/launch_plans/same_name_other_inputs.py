# flytekit: AssertionError
from flytekit import LaunchPlan, workflow


@workflow
def wf(n: int) -> int:
    return n


LaunchPlan.get_or_create(wf, "plan", default_inputs={"n": 1})
LaunchPlan.get_or_create(wf, "plan", default_inputs={"n": 2})  # expect: ?
