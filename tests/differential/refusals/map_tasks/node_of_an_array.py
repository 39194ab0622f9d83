# flytekit: AssertionError
from typing import List

from flytekit import LaunchPlan, map_task, workflow
from flytekit.core.node_creation import create_node


@workflow
def base(n: int) -> int:
    return n


@workflow
def wf(ns: List[int]) -> List[int]:
    return create_node(map_task(LaunchPlan.get_or_create(base)), n=ns).o0  # expect: FTC202 create_node is given an object of ArrayNode, expected a task, workflow or launch plan
