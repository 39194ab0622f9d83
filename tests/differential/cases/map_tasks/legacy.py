"""Map tasks from before there were array nodes."""

from functools import partial
from typing import List, Optional

from flytekit import Resources, dynamic, task, workflow
from flytekit.core.legacy_map_task import MapPythonTask, map_task


@task(retries=2, requests=Resources(cpu="1"), environment={"A": "1"})
def square(n: int, power: float = 2.0) -> float:
    return n**power


@task
def cube(n: int, scale: float = 2.0) -> float:
    return n**3 * scale


@dynamic
def fan_out(n: int) -> int:
    return n


at_module_level = map_task(square, concurrency=10, min_success_ratio=0.75)
over_dynamic = map_task(fan_out)
by_name = MapPythonTask(square, 3, 1 / 3, {"power"})


@workflow
def wf(ns: List[int]) -> List[Optional[float]]:
    at_module_level(n=ns, power=[1.0])
    return by_name(n=ns, power=3.0).with_overrides(retries=4, requests=Resources(mem="1Gi"))


@workflow
def partials(ns: List[int]) -> List[float]:
    map_task(partial(cube, scale=1.0))(n=ns)
    return map_task(partial(cube, scale=2.5))(n=ns)
