"""Workflows to `flyteidl.admin.WorkflowSpec`."""

from __future__ import annotations

from collections.abc import Iterator

from flytec.authoring.branch import BranchNode
from flytec.authoring.entity import Callee
from flytec.authoring.node import FAILURE_NODE_ID
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import Location, UserError, user_error
from flytec.ir import pb
from flytec.ir.program import Kind
from flytec.lower.bindings import fill_bindings
from flytec.lower.branches import check_conditionals, check_depth
from flytec.lower.interface import fill_interface
from flytec.lower.lowering import Lowering, described, user_code
from flytec.lower.metadata import fill_description
from flytec.lower.nodes import fill_node_once, fill_nodes

_BODY_HINT = "a workflow's body runs while compiling, on promises instead of values"


def lower_workflow(workflow: WorkflowBase, lowering: Lowering) -> pb.WorkflowSpec:
    """The specification of `workflow` with all sub-workflows below it, made once.

    Raises:
        UserError: FTC207 for a body that raises, and the findings of interface, nodes and outputs.
    """
    return lowering.once(workflow, Kind.WORKFLOW, lambda: _spec(workflow, lowering))


def _spec(workflow: WorkflowBase, lowering: Lowering) -> pb.WorkflowSpec:
    spec = pb.WorkflowSpec()
    template = spec.template
    lowering.fill_identifier(template.id, Kind.WORKFLOW, workflow.name)
    try:
        fill_interface(template.interface, workflow.python_interface, lowering.types, workflow.location, runs=False)
    except UserError as error:
        raise described(error, f"workflow {workflow.name}", workflow.location) from error
    with user_code(f"the body of workflow {workflow.name}", _BODY_HINT):
        workflow.compile()
    _refuse_reserved_ids(workflow)
    template.metadata.SetInParent()
    template.metadata.on_failure = workflow.failure_policy.value  # type: ignore[assignment]
    template.metadata_defaults.SetInParent()
    template.metadata_defaults.interruptible = workflow.interruptible
    fill_nodes(template.nodes, workflow.nodes, lowering)
    if workflow.failure_node is not None:
        fill_node_once(template.failure_node, workflow.failure_node, lowering)
    if workflow.conditionals:
        check_conditionals(workflow.conditionals, lowering)
    kinds = workflow.python_interface.outputs
    owner = f"the outputs of {workflow.name}"
    fill_bindings(template.outputs, workflow.outputs, kinds, lowering.types, owner, workflow.location)
    spec.sub_workflows.extend(_sub_workflows(workflow, lowering))
    if workflow.conditionals:
        check_depth(spec, workflow)
    lowering.workflows.append((workflow, spec))
    lowering.places[id(workflow)] = _places(workflow)
    fill_description(spec.description, workflow)
    return spec


def _sub_workflows(workflow: WorkflowBase, lowering: Lowering) -> list[pb.WorkflowTemplate]:
    """Templates of all workflows below this one, each once, by name."""
    found: dict[str, pb.WorkflowTemplate] = {}
    for entity in _entities(workflow):
        if isinstance(entity, WorkflowBase):
            spec = lower_workflow(entity, lowering)
            for template in (spec.template, *spec.sub_workflows):
                found.setdefault(template.id.name, template)
    return [found[name] for name in sorted(found)]


def _entities(workflow: WorkflowBase) -> Iterator[Callee | None]:
    """What the workflow's nodes run.

    A conditional stands for what its branches run, but not for the branches of a conditional inside it: flytekit
    leaves out the sub-workflows of those.
    """
    for node in workflow.nodes:
        yield node.flyte_entity
        if isinstance(node.flyte_entity, BranchNode):
            yield from (branch.flyte_entity for branch in node.flyte_entity.branches)
    if workflow.failure_node is not None:
        yield workflow.failure_node.flyte_entity


def _places(workflow: WorkflowBase) -> dict[str, Location]:
    """Where the calls are that made the workflow's nodes, by node id.

    Nodes in the branches of a conditional have the ids that the workflow compiler gives them: behind the id of the
    conditional's node and a hyphen.
    """
    failing = () if workflow.failure_node is None else (workflow.failure_node,)
    places: dict[str, Location] = {}
    pending = [("", node) for node in (*failing, *reversed(workflow.nodes))]
    while pending:
        prefix, node = pending.pop()
        if node._location is not None:
            places.setdefault(prefix + node.id, node._location)
        if isinstance(node.flyte_entity, BranchNode):
            pending += [(f"{prefix}{node.id}-", branch) for branch in reversed(node.flyte_entity.branches)]
    return places


def _refuse_reserved_ids(workflow: WorkflowBase) -> None:
    for node in workflow.nodes:
        if node.id == FAILURE_NODE_ID:
            raise user_error(
                INVALID_DECLARATION,
                f"node id {node.id!r} of workflow {workflow.name} is the failure node's",
                at=node._location,
                hint="choose another node_name",
            )
