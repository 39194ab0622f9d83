"""One map task, or one array, for many nodes: in conditionals, sub-workflows, failure handlers, imperative workflows.

The overrides of the last workflow show in all of them.
"""

from typing import List

from flytekit import LaunchPlan, Resources, Workflow, conditional, map_task, task, workflow
from flytekit.core.node_creation import create_node


@task
def square(n: int) -> int:
    return n * n


@task
def total(ns: List[int]) -> int:
    return sum(ns)


@workflow
def base(n: int) -> int:
    return square(n=n)


mapped = map_task(square, concurrency=4)
array = map_task(LaunchPlan.get_or_create(base, "base_plan"))


@workflow
def inner(ns: List[int]) -> List[int]:
    return array(n=mapped(n=ns))


@workflow
def outer(ns: List[int]) -> List[int]:
    size = total(ns=ns)
    return (
        conditional("outer")
        .if_(size > 10)
        .then(
            conditional("inner")
            .if_(size > 20)
            .then(mapped(n=ns))
            .elif_(size > 15)
            .then(array(n=ns))
            .else_()
            .then(inner(ns=ns))
        )
        .else_()
        .then(mapped(n=[1]))
    )


@workflow
def outermost(ns: List[int]) -> List[int]:
    return outer(ns=inner(ns=ns))


@workflow(on_failure=mapped)
def handled(n: List[int]) -> List[int]:
    return create_node(mapped, n=n).o0


by_calls = Workflow("by_calls")
by_calls.add_workflow_input("ns", List[int])
node = by_calls.add_entity(mapped, n=by_calls.inputs["ns"])
by_calls.add_workflow_output("squares", node.outputs["o0"])


@workflow
def first_override(ns: List[int]) -> List[int]:
    return mapped(n=ns).with_overrides(retries=1, requests=Resources(cpu="1"))


@workflow
def last_override(ns: List[int]) -> List[int]:
    squares = array(n=ns).with_overrides(name="last array", retries=3)
    return mapped(n=squares).with_overrides(name="last", cache=True, cache_version="8", interruptible=True)
