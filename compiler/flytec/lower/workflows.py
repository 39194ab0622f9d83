"""Workflows to `flyteidl.admin.WorkflowSpec`."""

from __future__ import annotations

from flytec.authoring.source import is_own_fault, user_failure
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import BODY_FAILED, INVALID_DECLARATION
from flytec.diagnostics import Diagnostic, FlytecError, InternalError, UserError, user_error
from flytec.ir import pb
from flytec.ir.program import Kind
from flytec.lower.bindings import fill_bindings
from flytec.lower.interface import fill_interface
from flytec.lower.lowering import Lowering, described
from flytec.lower.metadata import fill_documentation
from flytec.lower.nodes import fill_nodes

_FAILURE_NODE_ID = "efn"


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
        fill_interface(template.interface, workflow.python_interface, lowering.types, workflow.location)
    except UserError as error:
        raise described(error, f"workflow {workflow.name}", workflow.location) from error
    _compile(workflow)
    _refuse_reserved_ids(workflow)
    template.metadata.SetInParent()
    template.metadata.on_failure = workflow.failure_policy.value  # type: ignore[assignment]
    template.metadata_defaults.SetInParent()
    template.metadata_defaults.interruptible = workflow.interruptible
    fill_nodes(template.nodes, workflow.nodes, lowering)
    kinds = workflow.python_interface.outputs
    owner = f"the outputs of {workflow.name}"
    fill_bindings(template.outputs, workflow.outputs, kinds, lowering.types, owner, workflow.location)
    spec.sub_workflows.extend(_sub_workflows(workflow, lowering))
    if workflow.docs is not None:
        fill_documentation(spec.description, workflow.docs)
    return spec


def _sub_workflows(workflow: WorkflowBase, lowering: Lowering) -> list[pb.WorkflowTemplate]:
    """Templates of all workflows below this one, each once, by name."""
    found: dict[str, pb.WorkflowTemplate] = {}
    for node in workflow.nodes:
        if isinstance(node.flyte_entity, WorkflowBase):
            spec = lower_workflow(node.flyte_entity, lowering)
            for template in (spec.template, *spec.sub_workflows):
                found.setdefault(template.id.name, template)
    return [found[name] for name in sorted(found)]


def _compile(workflow: WorkflowBase) -> None:
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


def _refuse_reserved_ids(workflow: WorkflowBase) -> None:
    for node in workflow.nodes:
        if node.id == _FAILURE_NODE_ID:
            raise user_error(
                INVALID_DECLARATION,
                f"node id {node.id!r} of workflow {workflow.name} is the failure node's",
                at=node.location,
                hint="choose another node_name",
            )
