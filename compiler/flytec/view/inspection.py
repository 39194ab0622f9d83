"""The inspection of a Program: what each unit is, what it takes and returns, how it runs."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from flytec.diagnostics import Diagnostic
from flytec.ir import ours, pb
from flytec.ir.program import Kind, Unit
from flytec.view.diagnostics import view_each, view_location
from flytec.view.interface import parameters, signature, variables
from flytec.view.launch_plans import launch_plan_view
from flytec.view.names import identifier
from flytec.view.tasks import task_view
from flytec.view.workflows import workflow_view

FORM_VERSION = 1

_Workflows: TypeAlias = Mapping[str, pb.TypedInterface]


def inspect_units(
    rows: Iterable[tuple[Unit, str]], findings: Iterable[Diagnostic], kinds: Collection[Kind] = frozenset(Kind)
) -> ours.Inspection:
    """The inspection of the units of the given kinds, with the sources that they were read from, in that order.

    The other units count where one of these refers to them.
    """
    held = tuple(rows)
    workflows = {
        _key(unit.id): unit.message.template.interface for unit, _ in held if isinstance(unit.message, pb.WorkflowSpec)
    }
    return ours.Inspection(
        version=FORM_VERSION,
        entities=[_entity(unit, source, workflows) for unit, source in held if unit.kind in kinds],
        findings=view_each(findings),
    )


def _entity(unit: Unit, source: str, workflows: _Workflows) -> ours.InspectedEntity:
    view = ours.InspectedEntity(
        resource_type=f"RESOURCE_TYPE_{unit.kind.name}",
        id=identifier(unit.id),
        # A file name may hold bytes that are no UTF-8, which a message cannot.
        source=source.encode(errors="backslashreplace").decode(),
        origin=view_location(unit.origin),
    )
    match unit.message:
        case pb.TaskSpec() as spec:
            _set_interface(view, spec.template.interface)
            view.task.CopyFrom(task_view(spec.template))
            _set_documentation(view, spec.description)
        case pb.WorkflowSpec() as spec:
            _set_interface(view, spec.template.interface)
            view.workflow.CopyFrom(workflow_view(spec.template, spec.sub_workflows))
            _set_documentation(view, spec.description)
        case pb.LaunchPlan() as plan:
            _set_launch_plan_interface(view, plan, workflows)
            view.launch_plan.CopyFrom(launch_plan_view(plan))
    return view


def _set_interface(view: ours.InspectedEntity, interface: pb.TypedInterface) -> None:
    view.inputs.extend(variables(interface.inputs.variables))
    view.outputs.extend(variables(interface.outputs.variables))
    view.signature = signature(view.inputs, view.outputs)


def _set_launch_plan_interface(view: ours.InspectedEntity, plan: pb.LaunchPlan, workflows: _Workflows) -> None:
    """The inputs are the launch plan's own; the outputs are its workflow's, which flytekit leaves out of the file."""
    view.inputs.extend(parameters(plan.spec.default_inputs.parameters))
    workflow = workflows.get(_key(plan.spec.workflow_id))
    outputs = workflow.outputs if workflow else plan.closure.expected_outputs
    view.outputs.extend(variables(outputs.variables))
    view.signature = signature(view.inputs, view.outputs if workflow or view.outputs else None)


def _set_documentation(view: ours.InspectedEntity, description: pb.DescriptionEntity) -> None:
    documentation = ours.InspectedDocumentation(
        short_description=description.short_description,
        long_description=description.long_description.value or description.long_description.uri,
        source_link=description.source_code.link,
        tags=description.tags,
    )
    if documentation.ByteSize():
        view.documentation.CopyFrom(documentation)


def _key(of: pb.Identifier) -> str:
    return "\0".join((of.project, of.domain, of.name, of.version))
