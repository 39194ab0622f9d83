# flytekit: AttributeError
from typing import List

from flytekit import LaunchPlan, map_task, workflow


@workflow
def base(n: int) -> int:
    return n


@workflow
def wf(ns: List[int]) -> List[int]:
    return map_task(LaunchPlan.get_or_create(base))(n=ns).with_overrides(task_config=3)  # expect: FTC201 task_config of node n0 is overridden, but task_config_of_an_array.base has none
