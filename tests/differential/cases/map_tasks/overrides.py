"""Overrides of map tasks go to the node below the array node, which all nodes of one map task share."""

from datetime import timedelta
from typing import List

from flytekit import Cache, Resources, map_task, task, workflow
from flytekit.core.node_creation import create_node
from flytekit.extras.accelerators import A100, T4


@task(retries=1, timeout=60, interruptible=True)
def square(n: int) -> int:
    return n * n


@task
def total(ns: List[int]) -> int:
    return sum(ns)


shared = map_task(square, concurrency=5)
twice = map_task(square, concurrency=6)


@workflow
def before(ns: List[int]) -> List[int]:
    return shared(n=ns)


@workflow
def resources(ns: List[int]) -> List[int]:
    a = map_task(square)(n=ns).with_overrides(requests=Resources(cpu="1", mem="2Gi"), limits=Resources(gpu="1"))
    return map_task(square)(n=a).with_overrides(resources=Resources(cpu=("1", "2")))


@workflow
def metadata(ns: List[int]) -> List[int]:
    a = map_task(square)(n=ns).with_overrides(node_name="First Squares", name="squares", retries=3)
    b = map_task(square)(n=a).with_overrides(timeout=timedelta(minutes=5), interruptible=False)
    return map_task(square)(n=b).with_overrides(timeout=None, retries=0)


@workflow
def caching(ns: List[int]) -> List[int]:
    a = map_task(square)(n=ns).with_overrides(cache=True, cache_version="1", cache_serialize=True)
    b = map_task(square)(n=a).with_overrides(cache=Cache(version="2", serialize=True))
    return map_task(square)(n=b).with_overrides(cache=False)


@workflow
def machines(ns: List[int]) -> List[int]:
    a = map_task(square)(n=ns).with_overrides(container_image="ghcr.io/acme/other:v2", accelerator=T4)
    return map_task(square)(n=a).with_overrides(shared_memory="1Gi", accelerator=A100.partition_1g_5gb)


@workflow
def aliases(ns: List[int]) -> List[int]:
    return map_task(square)(n=ns).with_overrides(aliases={"o0": "squares"})


@workflow
def nodes(ns: List[int]) -> int:
    mapped = create_node(map_task(square), n=ns).with_overrides(retries=7)
    first = create_node(total, ns=[1])
    first >> mapped
    return total(ns=mapped.o0)


@workflow
def one_map_task_twice(ns: List[int]) -> List[int]:
    a = twice(n=ns).with_overrides(retries=2, requests=Resources(cpu="1"))
    return twice(n=a).with_overrides(node_name="second", name="renamed")


@workflow
def after(ns: List[int]) -> List[int]:
    return shared(n=ns).with_overrides(retries=9, name="seen in `before` too")
