"""Arrays of what is registered already."""

from typing import List, Optional

from flytekit import map_task, reference_launch_plan, reference_task, workflow
from flytekit.core.array_node import array_node


@reference_task(project="other", domain="production", name="lib.tasks.square", version="v3")
def square(n: int, m: int = 1) -> int: ...


@reference_launch_plan(project="other", domain="production", name="lib.flows.cube", version="v4")
def cube(n: int) -> int: ...


@workflow
def tasks(ns: List[int], ms: List[int]) -> List[int]:
    return map_task(square, concurrency=2)(n=ns, m=ms).with_overrides(retries=2, name="squares")


@workflow
def plans(ns: List[int]) -> List[int]:
    return map_task(cube)(n=ns)


@workflow
def may_fail(ns: List[int]) -> List[Optional[int]]:
    array_node(square, min_successes=1)(n=ns, m=[1, 2])
    return array_node(cube, min_success_ratio=0.5)(n=ns)
