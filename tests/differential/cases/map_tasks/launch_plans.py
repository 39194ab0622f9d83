"""Arrays of launch plans."""

from typing import List, NamedTuple, Optional

from flytekit import CronSchedule, LaunchPlan, map_task, task, workflow
from flytekit.core.array_node import ArrayNode, array_node


class Named(NamedTuple):
    result: int


@task
def square(n: int) -> int:
    return n * n


@workflow
def base(n: int, m: int = 2, note: str = "plain") -> int:
    return square(n=n)


@workflow
def named(n: int) -> Named:
    return Named(square(n=n))


@workflow
def silent(n: Optional[int] = None) -> None:
    square(n=1)


base_plan = LaunchPlan.get_or_create(base)
fixed = LaunchPlan.get_or_create(base, "fixed", fixed_inputs={"m": 5})
defaulted = LaunchPlan.get_or_create(base, "defaulted", default_inputs={"m": 6}, fixed_inputs={"note": "fixed"})
scheduled = LaunchPlan.get_or_create(
    base, "scheduled", default_inputs={"n": 1}, schedule=CronSchedule(schedule="0 1 * * *")
)
named_plan = LaunchPlan.get_or_create(named, "named_plan")
silent_plan = LaunchPlan.get_or_create(silent, "a.plan_With-odd.Name")
shared = map_task(fixed, concurrency=2)


@workflow
def plain(ns: List[int], ms: List[int]) -> List[int]:
    return map_task(base_plan)(n=ns, m=ms, note=["a", "b"])


@workflow
def with_fixed(ns: List[int]) -> List[int]:
    return map_task(fixed, concurrency=3, run_all_sub_nodes=True)(n=ns, note=["a"])


@workflow
def with_defaults(ns: List[int], ms: List[int]) -> List[int]:
    squares = map_task(scheduled)(n=ns, m=ms, note=["a"])
    return array_node(defaulted)(n=squares, m=ms)


@workflow
def limits(ns: List[int]) -> List[int]:
    array_node(fixed, concurrency=0, min_successes=0)(n=ns, note=[""])
    array_node(fixed, min_success_ratio=0.5, min_successes=3)(n=ns, note=[""])
    array_node(fixed, min_success_ratio=1)(n=ns, note=[""])
    ArrayNode(fixed, concurrency=4, min_success_ratio=1.0)(n=ns, note=[""])
    return map_task(fixed, min_successes=2, min_success_ratio=None)(n=ns, note=[""])


@workflow
def may_fail(ns: List[int]) -> List[Optional[int]]:
    return array_node(fixed, min_success_ratio=0.25)(n=ns, note=[""])


@workflow
def other_outputs(ns: List[int]) -> List[int]:
    map_task(silent_plan)(n=ns)
    return map_task(named_plan)(n=ns)


@workflow
def shared_first(ns: List[int]) -> List[int]:
    return shared(n=ns, note=["first"])


@workflow
def overridden(ns: List[int]) -> List[int]:
    squares = map_task(fixed)(n=ns, note=["a"]).with_overrides(name="squares", retries=2, node_name="own-id")
    return map_task(named_plan)(n=squares).with_overrides(interruptible=True, timeout=60)


@workflow
def shared_second(ns: List[int]) -> List[int]:
    again = shared(n=ns, note=["second"])
    return shared(n=again, note=["third"]).with_overrides(retries=5)


@workflow
def above(ns: List[int]) -> List[int]:
    return overridden(ns=shared_second(ns=ns))


@workflow
def shared_last(ns: List[int]) -> List[int]:
    return shared(n=ns, note=["last"]).with_overrides(name="last")
