"""Connectors and the tasks that they run: a service of the control plane's runs both, compiling runs neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn

from flytec.authoring.source import caller_location
from flytec.codes import RUN_AT_COMPILE
from flytec.diagnostics import user_error


class TaskCategory:
    """A type of tasks and its version."""

    def __init__(self, name: str, version: int = 0) -> None:
        self.name = name
        self.version = version

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TaskCategory) and (self.name, self.version) == (other.name, other.version)

    def __hash__(self) -> int:
        return hash((self.name, self.version))


@dataclass
class ResourceMeta:
    """What a connector keeps of a task that it started."""


@dataclass
class Resource:
    """The state of a task that a connector started."""

    phase: Any
    message: str | None = None
    log_links: list[Any] | None = None
    outputs: Any = None
    custom_info: dict[str, Any] | None = None


class ConnectorBase:
    """The base of connectors."""

    name = "Base Connector"

    def __init__(self, task_type_name: str, task_type_version: int = 0, **_: Any) -> None:
        self._task_category = TaskCategory(task_type_name, task_type_version)

    @property
    def task_category(self) -> TaskCategory:
        """The tasks that the connector runs."""
        return self._task_category


class SyncConnectorBase(ConnectorBase):
    """The base of connectors that answer at once."""

    name = "Base Sync Connector"


class AsyncConnectorBase(ConnectorBase):
    """The base of connectors that start something and look after it."""

    name = "Base Async Connector"

    def __init__(self, metadata_type: type[ResourceMeta], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._metadata_type = metadata_type

    @property
    def metadata_type(self) -> type[ResourceMeta]:
        """What the connector keeps of a task."""
        return self._metadata_type


class ConnectorRegistry:
    """The connectors of a connector service, which compiling has none of."""

    @staticmethod
    def register(connector: ConnectorBase, override: bool = False) -> None:
        """Does nothing: only a connector service asks for connectors."""


class SyncConnectorExecutorMixin:
    """Makes a kind of tasks run by a connector that answers at once."""

    def execute(self, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        """Refuses: this would run the task now.

        Raises:
            UserError: FTC209.
        """
        raise user_error(
            RUN_AT_COMPILE, f"a {type(self).__name__} would run now, through its connector", at=caller_location()
        )


class AsyncConnectorExecutorMixin(SyncConnectorExecutorMixin):
    """Makes a kind of tasks run by a connector that looks after what it started."""
