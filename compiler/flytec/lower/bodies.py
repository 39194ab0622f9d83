"""Runs the bodies of workflows, all of them before anything is lowered.

The metadata of a map task is one object for all nodes that run it, and with flytekit it becomes a message last of all:
an override in one body shows in the workflows that were lowered before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flytec.authoring.array_node import ArrayNode
from flytec.authoring.branch import BranchNode
from flytec.authoring.entity import Entity
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.node import Node
from flytec.authoring.source import is_own_fault, user_failure
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import BODY_FAILED
from flytec.diagnostics import Diagnostic, FlytecError, InternalError, UserError
from flytec.lower.lowering import Lowering


def run_bodies(entities: Iterable[Entity], lowering: Lowering) -> None:
    """Runs the body of every workflow among `entities`, and of those that its nodes run, in the order of lowering.

    What a body raises is kept, for `require_body` to raise.
    """
    done: set[int] = set()
    for entity in entities:
        match entity:
            case WorkflowBase():
                _run(entity, lowering, done)
            case LaunchPlan():
                _run(entity.workflow, lowering, done)
            case _:
                pass


def require_body(workflow: WorkflowBase, lowering: Lowering) -> None:
    """Runs the body of `workflow` unless it has run.

    Raises:
        UserError: FTC207 for a body that raises, and the findings of calls in it.
    """
    if id(workflow) in lowering.failed_bodies:
        raise lowering.failed_bodies[id(workflow)]
    try:
        workflow.compile()
    except FlytecError:
        raise
    except Exception as error:
        location, frames = user_failure(error)
        if is_own_fault(error):
            raise InternalError(
                f"compiling workflow {workflow.name} failed: {type(error).__name__}: {error}", location
            ) from error
        raise UserError(
            Diagnostic(
                code=BODY_FAILED,
                message=f"the body of workflow {workflow.name} raises {type(error).__name__}: {error}",
                location=location or workflow.location,
                hint="a workflow's body runs while compiling, on promises instead of values",
                frames=frames,
            )
        ) from error


def _run(workflow: WorkflowBase, lowering: Lowering, done: set[int]) -> None:
    if id(workflow) in done:
        return
    done.add(id(workflow))
    try:
        require_body(workflow, lowering)
    except FlytecError as error:
        lowering.failed_bodies[id(workflow)] = error
        return
    for node in _with_branches(workflow.nodes):
        match node.flyte_entity:
            case WorkflowBase() as below:
                _run(below, lowering, done)
            case LaunchPlan() as plan:
                _run(plan.workflow, lowering, done)
            case ArrayNode() as array:
                # Where the array runs in another body too, that body's node starts with this metadata, as in flytekit.
                array.metadata = node.metadata
                _run(array.target.workflow, lowering, done)
            case _:
                pass


def _with_branches(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node.flyte_entity, BranchNode):
            yield from _with_branches(node.flyte_entity.branches)
