# flytekit: AssertionError
from flytekit import LaunchPlan, workflow


@workflow
def wf(n: int) -> int:
    return n


LaunchPlan.create("plan", wf, fixed_inputs={"m": 3})  # expect: FTC201 input 'm' is given to a launch plan of unknown_fixed_input.wf, which does not have it; it has 'n'
