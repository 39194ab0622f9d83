"""What dynamic tasks say that they depend on, which compiling cannot see."""

from __future__ import annotations

from typing import Any

from flytec.authoring.entity import shown
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.references import ReferenceEntity
from flytec.authoring.task import Task
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.lower.launch_plans import lower_launch_plan
from flytec.lower.lowering import Lowering
from flytec.lower.tasks import lower_task
from flytec.lower.workflows import lower_workflow
from flytec.settings.serialization import SerializationSettings


def lower_hints(task: PythonFunctionTask[Any], settings: SerializationSettings, lowering: Lowering) -> None:
    """Lowers the entities that `task` depends on, as far as they are not lowered yet, with `settings`.

    Raises:
        UserError: FTC201 for a hint that is no entity, and whatever the entities raise.
    """
    outer, lowering.settings = lowering.settings, settings
    try:
        for hint in task.node_dependency_hints or ():
            match hint:
                case ReferenceEntity():
                    pass  # Registered already.
                case Task():
                    lower_task(hint, lowering)
                case WorkflowBase():
                    lower_workflow(hint, lowering)
                case LaunchPlan():
                    lower_launch_plan(hint, lowering)
                case _:
                    raise user_error(
                        INVALID_DECLARATION,
                        f"node_dependency_hints has {shown(hint)}, expected tasks, workflows and launch plans",
                        at=task.location,
                    )
    finally:
        lowering.settings = outer
