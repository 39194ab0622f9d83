import datetime

from flytekit import Resources, Workflow, kwtypes, reference_launch_plan, reference_task, workflow
from flytekit.core.node_creation import create_node
from flytekit.core.reference import get_reference_entity


@reference_task(project="a", domain="b", name="Some.Task-Name", version="c")
def remote(n: int) -> int:
    ...


@reference_task(project="a", domain="b", name="quiet", version="c")
def quiet():
    ...


@reference_launch_plan(project="a", domain="b", name="some.plan", version="c")
def plan(n: int) -> int:
    ...


@workflow
def with_nodes(n: int) -> int:
    first = create_node(remote, n=n)
    second = create_node(quiet)
    third = create_node(plan, n=first.o0)
    second >> first
    third.runs_before(second) if False else None
    return third.outputs["o0"]


@workflow
def overridden(n: int) -> int:
    # Resources of a task that is not here cannot be overridden; flytekit drops them.
    value = remote(n=n).with_overrides(
        node_name="far-away",
        name="far",
        requests=Resources(cpu="1"),
        timeout=datetime.timedelta(minutes=3),
        retries=2,
        interruptible=True,
        cache=True,
        cache_version="1",
    )
    quiet() >> plan(n=value).with_overrides(node_name="planned")
    return value


imperative = Workflow("references.imperative")
m = imperative.add_workflow_input("m", int)
node = imperative.add_entity(remote, n=m)
imperative.add_launch_plan(plan, n=node.o0)
imperative.add_workflow_output("n", node.outputs["o0"])
