"""Messages with their identifiers as flytectl fills them in."""

from collections.abc import Iterator

from flytec.checks.identity import Hydration
from flytec.checks.nodes import shapes_of
from flytec.ir import pb
from flytec.ir.program import EntityMessage, Unit


def hydrated(unit: Unit, hydration: Hydration) -> EntityMessage:
    """A copy of a unit's message in which every identifier that flytectl hydrates is so."""
    copy = _copy(unit.message)
    for identifier in _identifiers(copy):
        hydration.apply(identifier)
    if isinstance(copy, pb.LaunchPlan):
        return copy
    _, project, domain, name, version, _ = hydration.own_key(unit)
    own = pb.Identifier(project=project, domain=domain, name=name, version=version)
    own.resource_type = unit.kind.value  # type: ignore[assignment]
    copy.template.id.CopyFrom(own)
    return copy


def _copy(message: EntityMessage) -> EntityMessage:
    match message:
        case pb.TaskSpec():
            task = pb.TaskSpec()
            task.CopyFrom(message)
            return task
        case pb.WorkflowSpec():
            workflow = pb.WorkflowSpec()
            workflow.CopyFrom(message)
            return workflow
        case pb.LaunchPlan():
            plan = pb.LaunchPlan()
            plan.CopyFrom(message)
            return plan


def _identifiers(message: EntityMessage) -> Iterator[pb.Identifier]:
    match message:
        case pb.LaunchPlan():
            if message.spec.HasField("workflow_id"):
                yield message.spec.workflow_id
        case pb.WorkflowSpec():
            yield from (sub.id for sub in message.sub_workflows if sub.HasField("id"))
            yield from (reference.identifier for shape in shapes_of(message) for reference in shape.references)
        case _:
            return
