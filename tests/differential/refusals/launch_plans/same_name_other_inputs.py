# flytekit: AssertionError
from flytekit import LaunchPlan, workflow


@workflow
def wf(n: int) -> int:
    return n


LaunchPlan.get_or_create(wf, "plan", default_inputs={"n": 1})
LaunchPlan.get_or_create(wf, "plan", default_inputs={"n": 2})  # expect: FTC201 launch plan 'plan', made at same_name_other_inputs.py:10, has another default_inputs
