"""Eager tasks, and the workflow and launch plan that each of them brings along."""

import asyncio
from typing import Dict, List, NamedTuple, Optional

from flytekit import Resources, Secret, eager, task, workflow
from flytekit.core.node_creation import create_node


class Result(NamedTuple):
    total: int
    parts: List[int]


@task
def square(n: int) -> int:
    return n * n


@task
async def later(n: int) -> int:
    return n


@eager
async def simple(n: int) -> int:
    """Squares twice.

    Args:
        n: the number
    """
    return square(n=square(n=n))


@eager
async def outputs(n: int = 3, note: Optional[str] = None, options: Dict[str, int] = {}) -> Result:
    parts = await asyncio.gather(*[later(n=i) for i in range(n)])
    return Result(total=n, parts=list(parts))


@eager
async def nothing() -> None:
    await later(n=1)


@eager
def not_async(n: int) -> int:
    return n


@eager(
    container_image="ghcr.io/acme/other:v2",
    requests=Resources(cpu="1"),
    limits=Resources(mem="1Gi"),
    environment={"A": "b"},
    secret_requests=[Secret(group="g", key="k")],
    pickle_untyped=True,
    labels={"team": "a"},
)
async def equipped(n, m: int = 2):
    return n


@eager(remote=None, client_secret_group="group", client_secret_key="key", enable_deck=False, retries=4, cache=True)
async def with_dropped_arguments(ns: List[int]) -> List[int]:
    return [square(n=n) for n in ns]


@workflow
def wf(n: int) -> int:
    first = create_node(nothing)
    result = create_node(outputs, n=n, options={"a": 1})
    first >> result
    return create_node(simple, n=result.total).o0
