"""The launch plan validator, and the inputs that executions of a launch plan expect.

Rule: flyteadmin's `ValidateLaunchPlan`.
"""

from flytec.checks.finding import Finding
from flytec.checks.registration.inputs import default_findings, fixed_findings, interface_findings
from flytec.checks.registration.labels import label_findings
from flytec.checks.registration.notifications import notification_findings
from flytec.checks.registration.schedules import schedule_findings
from flytec.checks.registration.tasks import missing
from flytec.codes import INVALID_IDENTIFIER, LAUNCH_CONDITIONS
from flytec.ir import pb

_WORKFLOW = 2


def check_launch_plan(plan: pb.LaunchPlan, interface: pb.TypedInterface | None, found: list[Finding]) -> None:
    """Adds to `found` what the server refuses of a launch plan.

    `interface` is its workflow's as that was registered, None where it is not known: then nothing is compared with it.
    """
    if not plan.HasField("spec"):
        found.append(missing("spec", "the launch plan has no spec, expected one"))
        return
    spec = plan.spec
    _check_workflow_id(spec, found)
    if spec.labels.values:
        found.extend(label_findings(spec.labels.values))
    if spec.fixed_inputs.literals:
        found.extend(fixed_findings(spec.fixed_inputs))
    if spec.default_inputs.parameters:
        found.extend(default_findings(spec.default_inputs))
    if interface is not None and (spec.fixed_inputs.literals or spec.default_inputs.parameters):
        found.extend(interface_findings(spec, interface.inputs))
    if spec.HasField("entity_metadata"):
        _check_metadata(spec, interface, found)


def expected_inputs(spec: pb.LaunchPlanSpec, inputs: pb.VariableMap) -> pb.ParameterMap:
    """The inputs that an execution of a launch plan can be given.

    Rule: per input of the workflow, the launch plan's parameter, else nothing where it is fixed, else it is required,
    an optional one too.
    """
    variables, given, fixed = inputs.variables, spec.default_inputs.parameters, spec.fixed_inputs.literals
    if len(given) == len(variables) and all(name in given for name in variables):
        return spec.default_inputs
    expected = pb.ParameterMap()
    for name in variables:
        if name in given:
            expected.parameters[name].CopyFrom(given[name])
        elif name not in fixed:
            parameter = expected.parameters[name]
            parameter.var.type.CopyFrom(variables[name].type)
            parameter.var.description = variables[name].description
            parameter.required = True
    return expected


def _check_workflow_id(spec: pb.LaunchPlanSpec, found: list[Finding]) -> None:
    if not spec.HasField("workflow_id"):
        found.append(missing("spec.workflow_id", "the launch plan names no workflow, expected one"))
        return
    identifier = spec.workflow_id
    if identifier.resource_type != _WORKFLOW:
        kind = pb.ResourceType.DESCRIPTOR.values_by_number.get(identifier.resource_type)
        shown = kind.name if kind else identifier.resource_type
        found.append(
            Finding(
                code=INVALID_IDENTIFIER,
                field="spec.workflow_id.resource_type",
                message=f"the launch plan's workflow has resource type {shown}, expected WORKFLOW",
            )
        )
    if not identifier.name:
        found.append(
            Finding(
                code=INVALID_IDENTIFIER,
                field="spec.workflow_id.name",
                message="the launch plan's workflow has no name, expected one",
            )
        )


def _check_metadata(spec: pb.LaunchPlanSpec, interface: pb.TypedInterface | None, found: list[Finding]) -> None:
    metadata = spec.entity_metadata
    if metadata.HasField("schedule"):
        expected = None if interface is None else expected_inputs(spec, interface.inputs)
        found.extend(schedule_findings(metadata.schedule, expected))
    if metadata.notifications:
        found.extend(notification_findings(metadata.notifications))
    if metadata.HasField("launch_conditions"):
        found.append(
            Finding(
                code=LAUNCH_CONDITIONS,
                field="spec.entity_metadata.launch_conditions",
                message="the launch plan has launch conditions, which the server does not know; expected none",
                hint="Start it by a schedule instead.",
            )
        )
