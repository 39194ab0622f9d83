from flytekit import LaunchPlan, workflow

from wide.steps import STEPS


@workflow
def fan(n: int) -> int:
    for step in STEPS * 4:
        n = step(n=n)
    return n


PLANS = [LaunchPlan.get_or_create(fan, f"fan_{i}", fixed_inputs={"n": i}) for i in range(3)]
