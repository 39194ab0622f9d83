"""Dynamic tasks: the container compiles them, with the settings that they carry."""

from functools import partial
from typing import Dict, List, NamedTuple, Optional

from flytekit import Cache, Resources, Secret, dynamic, map_task, task, workflow
from flytekit.core.dynamic_workflow_task import dynamic as same_dynamic


class Result(NamedTuple):
    total: int
    parts: List[int]


@task
def square(n: int) -> int:
    return n * n


@dynamic
def fan_out(n: int) -> List[int]:
    """Squares of the first numbers.

    Args:
        n: how many

    Returns:
        the squares
    """
    return [square(n=i) for i in range(n)]


@same_dynamic(
    cache=Cache(version="1"),
    retries=2,
    timeout=60,
    interruptible=True,
    container_image="ghcr.io/acme/other:v2",
    requests=Resources(cpu="1"),
    environment={"STAGE": "own", "A": "b"},
    secret_requests=[Secret(group="g")],
    enable_deck=True,
)
def equipped(n: int, note: Optional[str] = None) -> Result:
    parts = fan_out(n=n)
    return Result(total=n, parts=parts)


@dynamic
def mapped(ns: List[int]) -> List[int]:
    return map_task(partial(square))(n=ns)


@dynamic
def silent(names: Dict[str, str]) -> None:
    for _ in names:
        square(n=1)


@dynamic
async def later(n: int) -> int:
    return n


@workflow
def wf(n: int = 3) -> List[int]:
    silent(names={"a": "b"})
    result = equipped(n=n).with_overrides(retries=5, limits=Resources(mem="1Gi"))
    return mapped(ns=result.parts)
