"""Sleep: tasks that the control plane itself lets wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.function_task import PythonFunctionTask

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@dataclass
class Sleep:
    """Says that a task waits; how long is an input of it."""


class SleepFunctionTask(PythonFunctionTask[Sleep]):
    """A task of type `core-sleep`."""

    _TASK_TYPE = "core-sleep"

    def __init__(self, task_config: Sleep | None, task_function: Callable[..., Any], **kwargs: Any) -> None:
        super().__init__(
            task_config=task_config or Sleep(), task_function=task_function, task_type=self._TASK_TYPE, **kwargs
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """Nothing."""
        return {}
