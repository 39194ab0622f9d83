"""Names of imperative workflows, of references to what is registered already, and of identifiers."""

from collections.abc import Mapping

from flytec.authoring.mention import MentionedName
from flytec.authoring.rows import Mention, Row

_A = "flytec.authoring"


def _all_of(module: str, *names: str) -> dict[str, Row]:
    return {name: f"{_A}.{module}:{name}" for name in names}


_REFERENCE = _all_of("references", "LaunchPlanReference", "TaskReference", "WorkflowReference")
_IMPERATIVE: Row = f"{_A}.imperative:ImperativeWorkflow"

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {
        "Workflow": _IMPERATIVE,
        **_REFERENCE,
        **_all_of("references", "get_reference_entity"),
        **_all_of("references", "reference_launch_plan", "reference_task", "reference_workflow"),
    },
    "flytekit.core.launch_plan": _all_of("references", "ReferenceLaunchPlan", "reference_launch_plan"),
    "flytekit.core.reference": _all_of("references", "get_reference_entity"),
    "flytekit.core.reference_entity": {**_REFERENCE, **_all_of("references", "Reference", "ReferenceEntity")},
    "flytekit.core.task": _all_of("references", "ReferenceTask", "reference_task"),
    "flytekit.core.workflow": {
        "ImperativeWorkflow": _IMPERATIVE,
        **_all_of("references", "ReferenceWorkflow", "reference_workflow"),
    },
    "flytekit.models.core.identifier": {
        **_all_of("models_identifier", "Identifier", "ResourceType"),
        **dict.fromkeys(
            ("NodeExecutionIdentifier", "SignalIdentifier", "TaskExecutionIdentifier", "WorkflowExecutionIdentifier"),
            Mention(MentionedName),
        ),
    },
}
