# flytekit: FlyteAssertion
from flytekit import reference_launch_plan, workflow


@reference_launch_plan(project="p", domain="d", name="n", version="v")
def elsewhere(n: int) -> int: ...


@workflow
def wf() -> int:
    return elsewhere(n=1, m=2)  # expect: FTC202 n: inputs 'm' are given, which it does not have
