# flytekit: FlyteAssertion
from typing import List

from flytekit import LaunchPlan, map_task, workflow


@workflow
def base(n: int, m: int) -> int:
    return n


fixed = LaunchPlan.get_or_create(base, "fixed", fixed_inputs={"m": 5})


@workflow
def wf(ns: List[int]) -> List[int]:
    return map_task(fixed)(n=ns, m=ns)  # expect: FTC202 fixed: inputs 'm' are given, which it does not have
