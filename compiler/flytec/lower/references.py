"""References to registered entities: nothing of them is emitted but their ids."""

from __future__ import annotations

from flytec.authoring.models_identifier import Identifier
from flytec.authoring.node import Node
from flytec.authoring.references import ReferenceEntity, ReferenceLaunchPlan, ReferenceTask
from flytec.codes import INVALID_CALL
from flytec.diagnostics import user_error
from flytec.ir import pb


def fill_reference(target: pb.Identifier, identifier: Identifier) -> None:
    """An identifier as the user gave it: project, domain and version are not those of the settings."""
    target.resource_type = identifier.resource_type  # type: ignore[assignment]
    target.project = identifier.project
    target.domain = identifier.domain
    target.name = identifier.name
    target.version = identifier.version


def fill_reference_target(lowered: pb.Node, node: Node, entity: ReferenceEntity) -> None:
    """What a node runs. Resources and images of a task that is not declared here are not overridden, as in flytekit.

    Raises:
        UserError: FTC202 for a workflow, of which the message would have to carry the whole template.
    """
    match entity:
        case ReferenceTask():
            fill_reference(lowered.task_node.reference_id, entity.id)
        case ReferenceLaunchPlan():
            fill_reference(lowered.workflow_node.launchplan_ref, entity.id)
        case _:
            raise user_error(
                INVALID_CALL,
                f"{entity.name} is a reference to a workflow, which cannot be a sub-workflow",
                at=node._location,
                hint="reference a launch plan of it with reference_launch_plan",
            )
