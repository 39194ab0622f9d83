"""References wherever a node can stand."""

from typing import List, Optional

from flytekit import LaunchPlan, conditional, dynamic, kwtypes, reference_launch_plan, reference_task, task, workflow
from flytekit.core.reference import get_reference_entity


@reference_task(project="a", domain="b", name="remote.choose", version="1")
def remote(n: int) -> int:
    ...


@reference_launch_plan(project="a", domain="b", name="remote.plan", version="2")
def plan(n: int) -> int:
    ...


@reference_task(project="a", domain="b", name="remote.clean_up", version="3")
def clean_up(n: int):
    ...


@task
def local(n: int) -> int:
    return n


@workflow(on_failure=clean_up)
def branching(n: int) -> int:
    return (
        conditional("which")
        .if_(n > 3)
        .then(remote(n=n))
        .elif_(n < 0)
        .then(plan(n=n))
        .else_()
        .then(local(n=n))
    )


@workflow
def inner(n: int) -> int:
    return remote(n=plan(n=n))


@workflow
def outer(n: int) -> int:
    return inner(n=remote(n=n))


@dynamic(node_dependency_hints=[remote, plan, local])
def choose(n: int) -> int:
    return remote(n=n)


inner_plan = LaunchPlan.create("references.branches.inner", inner, default_inputs={"n": 3})
