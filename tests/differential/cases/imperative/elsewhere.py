"""Imperative workflows wherever a workflow can stand."""

from typing import List

from flytekit import LaunchPlan, Workflow, conditional, dynamic, map_task, task, workflow
from flytekit.core.node_creation import create_node


@task
def step(n: int) -> int:
    return n


built = Workflow("imperative.elsewhere.built")
n = built.add_workflow_input("n", int)
node = built.add_entity(step, n=n)
built.add_workflow_output("result", node.o0)

handler = Workflow("imperative.elsewhere.handler")
handler.add_workflow_input("n", int)
handler.add_entity(step, n=handler.inputs["n"])

plan = LaunchPlan.get_or_create(built, "imperative.elsewhere.plan")


@workflow(on_failure=handler)
def guarded(n: int) -> int:
    return built(n=n)


@workflow
def branching(n: int) -> int:
    return conditional("fork").if_(n > 3).then(built(n=n)).else_().then(plan(n=n))


@workflow
def mapped(ns: List[int]) -> List[int]:
    return map_task(plan)(n=ns)


@workflow
def created(n: int) -> int:
    first = create_node(built, n=n)
    second = create_node(handler, n=first.result)
    first.with_overrides(node_name="first")
    return first.outputs["result"]


many = Workflow("imperative.elsewhere.many")
value = many.add_workflow_input("n", int)
for _ in range(12):
    value = many.add_subwf(built, n=value).outputs["result"]
many.add_subwf(branching, n=value)
many.add_entity(map_task(step), n=[value, 3])
many.add_workflow_output("last", value)
