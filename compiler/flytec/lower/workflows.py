"""Workflows to `flyteidl.admin.WorkflowSpec`."""

from __future__ import annotations

from flytec.authoring.source import is_own_fault, user_failure
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import BODY_FAILED, INVALID_DECLARATION
from flytec.diagnostics import Diagnostic, FlytecError, InternalError, UserError, user_error
from flytec.ir import pb
from flytec.ir.program import Kind
from flytec.lower.bindings import lower_bindings
from flytec.lower.interface import lower_interface, subject
from flytec.lower.lowering import Lowering
from flytec.lower.metadata import lower_documentation
from flytec.lower.nodes import lower_nodes

_FAILURE_NODE_ID = "efn"


def lower_workflow(workflow: WorkflowBase, lowering: Lowering) -> pb.WorkflowSpec:
    """The specification of `workflow` with all sub-workflows below it, made once.

    Raises:
        UserError: FTC207 for a body that raises, and the findings of interface, nodes and outputs.
    """
    return lowering.once(workflow, Kind.WORKFLOW, lambda: _spec(workflow, lowering))


def _spec(workflow: WorkflowBase, lowering: Lowering) -> pb.WorkflowSpec:
    with subject(f"workflow {workflow.name}", workflow.location):
        interface = lower_interface(workflow.python_interface, lowering.types, workflow.location)
    _compile(workflow)
    _refuse_reserved_ids(workflow)
    nodes = lower_nodes(workflow.nodes, lowering)
    template = pb.WorkflowTemplate(
        id=lowering.identifier(Kind.WORKFLOW, workflow.name),
        metadata=pb.WorkflowMetadata(on_failure=workflow.failure_policy.value),  # type: ignore[arg-type]
        metadata_defaults=pb.WorkflowMetadataDefaults(interruptible=workflow.interruptible),
        interface=interface,
        nodes=nodes,
        outputs=lower_bindings(
            workflow.outputs,
            workflow.python_interface.outputs,
            lowering.types,
            f"the outputs of {workflow.name}",
            workflow.location,
        ),
    )
    return pb.WorkflowSpec(
        template=template,
        sub_workflows=_sub_workflows(workflow, lowering),
        description=lower_documentation(workflow.docs),
    )


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
