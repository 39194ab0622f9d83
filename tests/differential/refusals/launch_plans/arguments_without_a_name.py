# flytekit: ValueError
from flytekit import LaunchPlan, workflow


@workflow
def wf(n: int) -> int:
    return n


LaunchPlan.get_or_create(wf, default_inputs={"n": 1})  # expect: ?
