"""PERIAN: functions and containers that a connector hands to its job platform."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.interface import Interface
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.plugins.messages import json_data, struct

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

_FIELDS = ("cores", "memory", "accelerators", "accelerator_type", "os_storage_size", "country_code", "provider")


@takes("PerianConfig", accelerator_type=str, country_code=str, provider=str)
@dataclass
class PerianConfig:
    """The machine that a job gets.

    Raises:
        UserError: FTC201 for a country that has not two letters.
    """

    cores: int | None = None
    memory: int | None = None
    accelerators: int | None = None
    accelerator_type: str | None = None
    os_storage_size: int | None = None
    country_code: str | None = None
    provider: str | None = None

    def __post_init__(self) -> None:
        if self.country_code and len(self.country_code) != 2:
            raise user_error(
                INVALID_DECLARATION,
                f"country_code of PerianConfig is {self.country_code!r}, expected two letters",
                at=caller_location(),
            )


class PerianTask(AsyncConnectorExecutorMixin, PythonFunctionTask[PerianConfig]):
    """A task of type `perian_task` that runs a function."""

    _TASK_TYPE = "perian_task"

    def __init__(
        self,
        task_config: PerianConfig | None,
        task_function: Callable[..., Any],
        container_image: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            task_config=task_config,
            task_function=task_function,
            container_image=container_image,
            task_type=self._TASK_TYPE,
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The machine, and the variables of the task."""
        return _custom(self, {})


@takes(
    "PerianContainerTask",
    "name",
    "task_config",
    "image",
    "command",
    name=str,
    task_config=PerianConfig,
    image=str,
    command=list[str],
    inputs=dict[str, object],
)
class PerianContainerTask(AsyncConnectorExecutorMixin, PythonTask[PerianConfig]):
    """A task of type `perian_task` that runs a container; it has no outputs."""

    _TASK_TYPE = "perian_task"

    def __init__(
        self,
        name: str,
        task_config: PerianConfig,
        image: str,
        command: list[str],
        inputs: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name.

        Raises:
            UserError: FTC201 for outputs.
        """
        for unwanted in ("outputs", "output_data_dir"):
            if unwanted in kwargs:
                raise user_error(
                    INVALID_DECLARATION,
                    f"{name} has {unwanted}, which a PerianContainerTask cannot have",
                    at=caller_location(),
                )
        super().__init__(
            name=name,
            task_type=self._TASK_TYPE,
            task_config=task_config,
            interface=Interface(inputs or {}),
            **kwargs,
        )
        self._image = image
        self._command = command

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The machine, the container, and the variables of the task."""
        return _custom(self, {"image": self._image, "command": self._command})


def _custom(task: PythonTask[PerianConfig], own: dict[str, Any]) -> dict[str, Any]:
    config = task.task_config
    rows = {field: getattr(config, field) for field in _FIELDS}
    if rows["country_code"] is not None:
        rows["country_code"] = rows["country_code"].upper() or None
    custom = {field: value for field, value in rows.items() if value is not None} | own
    if task.environment:
        custom["environment"] = task.environment
    data: dict[str, Any] = json_data(struct(custom, "the PerianConfig config"))
    return data
