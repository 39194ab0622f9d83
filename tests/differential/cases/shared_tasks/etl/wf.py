"""A package on top: gates, failure handling, dynamic with hints, an imperative workflow."""

from datetime import timedelta

from flytekit import Workflow, conditional, dynamic, wait_for_input, workflow
from flytekit.core.node_creation import create_node
from shared.flows import nightly, scored
from shared.tasks import Config, cleanup, load, small


@dynamic(node_dependency_hints=[nightly, small])
def later(x: int) -> str:
    return small(a=x)


@workflow(on_failure=cleanup)
def main(x: int) -> str:
    best, _ = scored(x=x)
    started = nightly(x=best)
    ok = wait_for_input("ok", timeout=timedelta(hours=1), expected_type=bool)
    conditional("gate").if_(ok.is_true()).then(nightly(x=x)).else_().then(scored(x=best))
    loaded = create_node(load, x=best, config=Config(rate=1.5, names=["q"]))
    loaded >> create_node(cleanup, x=started[0])
    return later(x=loaded.o0[0].value)


built = Workflow(name="built")
built.add_workflow_input("x", int)
entity = built.add_entity(main, x=built.inputs["x"])
built.add_workflow_output("text", entity.outputs["o0"])
