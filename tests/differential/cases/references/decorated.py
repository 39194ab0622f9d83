from typing import Dict, List, NamedTuple, Tuple

from flytekit import reference_launch_plan, reference_task, task, workflow

Stats = NamedTuple("Stats", mean=float, count=int)


@reference_task(project="shared", domain="production", name="shared.tasks.join", version="v7")
def join(parts: List[str], separator: str) -> str:
    """Joins parts.

    Args:
        parts: what to join
    """
    ...


@reference_task(project="shared", domain="production", name="shared.tasks.stats", version="v8")
def stats(numbers: List[float]) -> Stats:
    ...


@reference_task(project="shared", domain="production", name="ping", version="v1")
def ping() -> None:
    ...


@reference_launch_plan(project="shared", domain="staging", name="shared.plans.nightly", version="2024-01-01")
def nightly(day: str, options: Dict[str, int]) -> Tuple[int, str]:
    ...


@task
def words() -> List[str]:
    return ["a"]


@workflow
def uses_task(separator: str) -> str:
    return join(parts=words(), separator=separator)


@workflow
def uses_named(numbers: List[float]) -> Tuple[float, int]:
    mean, count = stats(numbers=numbers)
    return mean, count


@workflow
def uses_plan(day: str) -> str:
    count, text = nightly(day=day, options={"retries": 3})
    ping()
    return text


@workflow
def by_position(separator: str) -> str:
    return join(["p"], separator)
