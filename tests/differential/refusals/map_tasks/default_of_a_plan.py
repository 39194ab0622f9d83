# flytekit: FlyteAssertion
from typing import List

from flytekit import LaunchPlan, map_task, workflow


@workflow
def base(n: int, m: int = 2) -> int:
    return n


@workflow
def wf(ns: List[int]) -> List[int]:
    return map_task(LaunchPlan.get_or_create(base))(n=ns)  # expect: FTC202 default_of_a_plan.base: input 'm' of type typing.List[int] is not given
