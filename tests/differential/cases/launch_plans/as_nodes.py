"""Launch plans called in workflows."""

import typing

from flows import no_inputs, scaling, stamping
from flytekit import LaunchPlan, task, workflow
from flytekit.core.node_creation import create_node

fixed = LaunchPlan.create("nodes.fixed", scaling, fixed_inputs={"n": 4})
defaults = LaunchPlan.create("nodes.defaults", scaling, default_inputs={"n": 5, "by": 0.5})
default_plan = LaunchPlan.get_or_create(scaling)
bare = LaunchPlan.get_or_create(no_inputs, "nodes.bare")


@task
def whole(n: float) -> int:
    return int(n)


@workflow
def all_inputs(n: int) -> float:
    return default_plan(n=n, by=1.5, label="here")


@workflow
def defaults_left_out(n: int) -> typing.Tuple[float, float]:
    return default_plan(n=n), defaults()


@workflow
def fixed_ones() -> float:
    return fixed(by=2.0)


@workflow
def fixed_only() -> float:
    return fixed()


@workflow
def chained() -> int:
    first = defaults(n=whole(n=bare()))
    return whole(n=defaults(n=1, by=first))


@workflow
def as_node() -> float:
    node = create_node(bare)
    later = create_node(fixed, by=1.0)
    node >> later
    return later.o0


@workflow
def overridden() -> float:
    return bare().with_overrides(node_name="the-plan", retries=2)
