"""Sensors: tasks that wait for a condition, which a service of the control plane's looks after."""

from __future__ import annotations

import datetime
import inspect
import typing
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from flytec.authoring.connectors import AsyncConnectorExecutorMixin, ResourceMeta
from flytec.authoring.interface import Interface
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask, TaskMetadata
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@runtime_checkable
class SensorConfig(Protocol):
    """What configures a sensor: it goes to the service as a dict."""

    def to_dict(self) -> dict[str, Any]:
        """The configuration as JSON data."""
        ...

    @classmethod
    def from_dict(cls, d: dict[str, Any]) -> SensorConfig:
        """The inverse of `to_dict`."""
        ...


@dataclass
class SensorMetadata(ResourceMeta):
    """What the service needs: the sensor's class, its configuration, and its inputs when it runs."""

    sensor_module: str
    sensor_name: str
    sensor_config: dict[str, Any] | None = None
    inputs: dict[str, Any] | None = None


class BaseSensor(AsyncConnectorExecutorMixin, PythonTask[None]):
    """The base of sensors; inputs are the parameters of `poke`, without their defaults."""

    def __init__(
        self,
        name: str,
        timeout: datetime.timedelta | int | None = None,
        sensor_config: SensorConfig | None = None,
        task_type: str = "sensor",
        **kwargs: Any,
    ) -> None:
        """Every argument is flytekit's of the same name.

        Raises:
            UserError: FTC201 for two timeouts, and for a class without a `poke` of its own.
        """
        if type(self).poke is BaseSensor.poke:
            raise user_error(
                INVALID_DECLARATION,
                f"{type(self).__name__}, the class of sensor {name}, has no poke, whose parameters are its inputs",
                at=caller_location(),
                hint="write an async method poke",
            )
        metadata = _with_timeout(kwargs.pop("metadata", None), timeout, name)
        hints = typing.get_type_hints(self.poke, include_extras=True)
        inputs = {parameter: hints.get(parameter) for parameter in inspect.signature(self.poke).parameters}
        super().__init__(task_type, name, None, Interface(inputs), metadata=metadata, **kwargs)
        self._sensor_config = sensor_config

    async def poke(self, **kwargs: Any) -> bool:
        """Whether the condition is met; called by the service only."""
        raise NotImplementedError

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The sensor's class, as its module was imported, and its configuration."""
        config = self._sensor_config.to_dict() if self._sensor_config else None
        return asdict(SensorMetadata(type(self).__module__, type(self).__name__, config))


class FileSensor(BaseSensor):
    """Waits for a file or object."""

    __module__ = "flytekit.sensor.file_sensor"  # the service imports it

    def __init__(self, name: str, timeout: datetime.timedelta | int | None = None, **kwargs: Any) -> None:
        super().__init__(name=name, timeout=timeout, **kwargs)

    async def poke(self, path: str) -> bool:  # type: ignore[override]
        """Whether `path` exists; called by the service only."""
        raise NotImplementedError


def _with_timeout(metadata: TaskMetadata | None, timeout: datetime.timedelta | int | None, name: str) -> TaskMetadata:
    if metadata is None or timeout is None:
        return TaskMetadata(timeout=timeout) if timeout else TaskMetadata()
    if metadata.timeout is not None:
        raise user_error(
            INVALID_DECLARATION,
            f"sensor {name} has a timeout and metadata with another one, expected one of them",
            at=caller_location(),
        )
    if not isinstance(timeout, datetime.timedelta):
        raise user_error(
            INVALID_DECLARATION,
            f"timeout of sensor {name} is {timeout!r}, expected a datetime.timedelta where metadata is given too",
            at=caller_location(),
        )
    metadata.timeout = timeout
    return metadata
