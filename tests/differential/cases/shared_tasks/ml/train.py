"""A package on top of both."""

import shared.tasks as shared
from etl.wf import built, later, main
from flytekit import LaunchPlan, eager, map_task, workflow

mains = LaunchPlan.get_or_create(main, "mains")


@eager
async def steps(x: int) -> str:
    return await shared.small(a=x)


@workflow
def train(x: int) -> str:
    built(x=x)
    map_task(mains, min_successes=1)(x=[1, 2])
    return later(x=shared.choose(scores=[x, 3]))


plan = LaunchPlan.get_or_create(built, "built_plan", default_inputs={"x": 7})
