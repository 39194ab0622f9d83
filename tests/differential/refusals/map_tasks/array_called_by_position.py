# flytekit: FlyteAssertion
from typing import List

from flytekit import LaunchPlan, map_task, workflow


@workflow
def base(n: int) -> int:
    return n


@workflow
def wf(ns: List[int]) -> List[int]:
    return map_task(LaunchPlan.get_or_create(base))(ns)  # expect: FTC202 mapping over array_called_by_position.base: 1 positional inputs are given, expected inputs by name only
