"""How many items run at once, and how many may fail: each is part of the map task's name or of its node."""

from typing import List, Optional

from flytekit import map_task, task, workflow


@task
def square(n: int) -> int:
    return n * n


@task
def report(n: int) -> None:
    print(n)


@task
def half(n: int) -> Optional[int]:
    return n // 2 if n % 2 == 0 else None


@workflow
def plain(ns: List[int] = [1, 2, 3]) -> List[int]:
    return map_task(square)(n=ns)


@workflow
def by_position(ns: List[int]) -> List[int]:
    return map_task(square)(ns)


@workflow
def over_constants() -> List[int]:
    return map_task(square)(n=[1, 2, 3])


@workflow
def over_a_mixed_list(n: int) -> List[int]:
    return map_task(square)(n=[n, 2, square(n=n)])


@workflow
def concurrency(ns: List[int]) -> List[int]:
    map_task(square, concurrency=0)(n=ns)
    map_task(square, 7)(n=ns)
    return map_task(square, concurrency=4_294_967_295)(n=ns)


@workflow
def successes(ns: List[int]) -> List[int]:
    map_task(square, min_successes=0)(n=ns)
    map_task(square, min_successes=2, min_success_ratio=None)(n=ns)
    return map_task(square, min_successes=2)(n=ns)


@workflow
def ratio(ns: List[int]) -> List[Optional[int]]:
    map_task(square, min_success_ratio=1)(n=ns)
    map_task(square, min_success_ratio=0)(n=ns)
    map_task(square, min_success_ratio=1 / 3)(n=ns)
    return map_task(square, min_success_ratio=0.75)(n=ns)


@workflow
def ratio_and_number(ns: List[int]) -> List[Optional[int]]:
    return map_task(square, concurrency=3, min_successes=1, min_success_ratio=0.5, run_all_sub_nodes=True)(n=ns)


@workflow
def no_ratio(ns: List[int]) -> List[int]:
    return map_task(square, min_success_ratio=None)(n=ns)


@workflow
def without_output(ns: List[int]) -> None:
    map_task(report)(n=ns)
    map_task(report, min_success_ratio=0.9)(n=ns)


@workflow
def optional_output(ns: List[int]) -> List[Optional[int]]:
    map_task(half)(n=ns)
    return map_task(half, min_success_ratio=0.5)(n=ns)


@workflow
def all_sub_nodes(ns: List[int]) -> List[int]:
    return map_task(square, run_all_sub_nodes=True)(n=ns)
