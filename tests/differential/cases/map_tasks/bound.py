"""Inputs that are the same for all items."""

from functools import partial
from typing import Dict, List, Optional

from flytekit import map_task, task, workflow
from flytekit.core.array_node_map_task import ArrayNodeMapTask, array_node_map_task


@task
def scale(n: int, factor: float, label: str = "plain") -> float:
    return n * factor


@task
def weigh(n: int, weights: List[float], names: Dict[str, int]) -> float:
    return n * sum(weights)


@task
def constant(n: int = 3, unit: Optional[str] = None) -> int:
    return n


half = partial(scale, factor=0.5)
by_default = map_task(partial(scale, factor=2.0, label="twice"), concurrency=2)


@workflow
def constants(ns: List[int]) -> List[float]:
    return map_task(partial(scale, factor=2.0, label="twice"))(n=ns)


@workflow
def promises(ns: List[int], factor: float) -> List[float]:
    label = scale(n=1, factor=factor, label="first")
    return map_task(partial(scale, factor=label, label="rest"))(n=ns)


@workflow
def nested_partials(ns: List[int], labels: List[str]) -> List[float]:
    map_task(partial(half, label="half"))(n=ns)
    return map_task(half)(n=ns, label=labels)


@workflow
def the_call_wins(ns: List[int], factor: float) -> List[float]:
    return map_task(partial(scale, factor=1.0, label="x"))(n=ns, factor=factor)


@workflow
def lists_and_dicts(ns: List[int], weights: List[float]) -> List[float]:
    map_task(partial(weigh, weights=[1.0, 2.0], names={"a": 1}))(n=ns)
    return map_task(partial(weigh, weights=weights, names={}))(n=ns)


@workflow
def values(ns: List[int], factor: float) -> List[float]:
    mapped = map_task(partial(scale, label="partial"), bound_inputs_values={"factor": factor, "label": "value"})
    return mapped(n=ns)


@workflow
def named_and_valued(ns: List[int]) -> List[float]:
    both = {"factor": 1.5, "label": "both"}
    return map_task(scale, bound_inputs={"label", "factor"}, bound_inputs_values=both)(n=ns)


@workflow
def named_only(ns: List[int], factor: float) -> List[float]:
    return map_task(scale, bound_inputs={"factor", "label"})(n=ns, factor=factor, label="named")


@workflow
def everything_bound() -> List[int]:
    return map_task(partial(constant, n=1, unit="m"))()


@workflow
def optional_bound(ns: List[int], unit: Optional[str] = None) -> List[int]:
    return map_task(partial(constant, unit=unit), min_success_ratio=1.0)(n=ns)


@workflow
def at_module_level(ns: List[int]) -> List[float]:
    return by_default(n=ns)


@workflow
def by_class(ns: List[int]) -> List[float]:
    ArrayNodeMapTask(half, concurrency=3, min_successes=1)(n=ns, label=["a"])
    return array_node_map_task(half, min_successes=1)(n=ns, label=["a"])
