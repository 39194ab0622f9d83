"""Dynamic and eager tasks as failure handlers, in imperative workflows, and as what launch plans start."""

from typing import List, Optional

from flytekit import LaunchPlan, Workflow, dynamic, eager, map_task, task, workflow
from flytekit.types.error import FlyteError


@task
def square(n: int) -> int:
    return n * n


@dynamic
def clean_up(n: int, err: Optional[FlyteError] = None) -> None:
    square(n=n)


@dynamic(pickle_untyped=True, docs=None)
def untyped(value):
    return value


@eager
async def later(n: int) -> int:
    return square(n=n)


@workflow(on_failure=clean_up)
def handled(n: int) -> int:
    return square(n=n)


@workflow
def mapped(ns: List[int]) -> List[int]:
    return map_task(LaunchPlan.get_or_create(handled, "handled_plan"))(n=ns)


built = Workflow("built")
built.add_workflow_input("n", int)
built.add_entity(clean_up, n=built.inputs["n"], err=None)
node = built.add_entity(later, n=built.inputs["n"])
built.add_workflow_output("result", node.outputs["o0"])
