# flytekit: TypeTransformerFailedError
from flytekit import LaunchPlan, workflow


@workflow
def wf(n: int) -> int:
    return n


LaunchPlan.create("plan", wf, fixed_inputs={"n": "three"})  # expect: FTC206 launch plan plan: fixed input 'n': 'three' is a str, expected int
