# flytekit: ValueError
from flytekit import LaunchPlan, workflow


@workflow
def wf(n: int) -> int:
    return n


LaunchPlan.get_or_create(wf, default_inputs={"n": 1})  # expect: FTC201 a launch plan without a name has default_inputs, but the default launch plan has no settings
