"""A conditional over a map task, behind a launch plan that others start."""

from functools import partial

from flytekit import CronSchedule, LaunchPlan, Resources, conditional, map_task, workflow
from shared.tasks import *

from . import tasks as shared


@workflow
def scored(x: int, weight: float = 0.5) -> tuple[int, str]:
    rows = shared.load(x=x)
    mapped = map_task(partial(shared.score, weight=weight), concurrency=4, min_success_ratio=1.0)
    best = shared.choose(scores=mapped(row=rows).with_overrides(requests=Resources(mem="1Gi")))
    inner = conditional("inner").if_(best < 0).then(small(a=best)).else_().fail("none")
    chosen = (
        conditional("size")
        .if_((best > 3) & (weight < 0.3) | (x == 0))
        .then(big(a=best))
        .elif_(best.is_none())
        .then(small(a=x))
        .else_()
        .then(inner)
    )
    return best, chosen


nightly = LaunchPlan.get_or_create(
    scored, "nightly", fixed_inputs={"weight": 0.25}, schedule=CronSchedule(schedule="0 1 * * *")
)
