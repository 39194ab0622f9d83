"""Operators, sensors and hooks of Airflow as tasks (`flytekitplugins.airflow`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.auto_container import PythonAutoContainerTask
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.interface import Interface
from flytec.authoring.resolvers import TaskResolverMixin
from flytec.authoring.task import PythonTask
from flytec.authoring.tracking import TrackedInstance, served_as
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

_MODULE = "flytekitplugins.airflow.task"


@takes("AirflowObj", "module", "name", "parameters", module=str, name=str, parameters=dict[str, object])
@dataclass
class AirflowObj:
    """A class of Airflow's and what its instance is made with."""

    module: str
    name: str
    parameters: dict[str, Any]


class AirflowTaskResolver(TrackedInstance, TaskResolverMixin):
    """Makes the task anew from its class and its configuration, both on the command line."""

    def name(self) -> str:
        """The resolver's own name."""
        return "AirflowTaskResolver"

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:  # noqa: ARG002
        """The class of the task and its configuration."""
        kind = type(task)
        return ["task-module", kind.__module__, "task-name", kind.__name__, "task-config", pickled(task.task_config)]


airflow_task_resolver = served_as(AirflowTaskResolver(), f"{_MODULE}.airflow_task_resolver")


@takes("AirflowContainerTask", "name", "task_config", name=str, task_config=AirflowObj, inputs=dict[str, object])
class AirflowContainerTask(PythonAutoContainerTask[AirflowObj]):
    """A task whose container runs an operator."""

    __module__ = _MODULE  # part of command lines

    def __init__(
        self, name: str, task_config: AirflowObj, inputs: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(name=name, task_config=task_config, interface=Interface(inputs), **kwargs)
        self._task_resolver = airflow_task_resolver


@takes("AirflowTask", "name", name=str, task_config=AirflowObj, inputs=dict[str, object])
class AirflowTask(AsyncConnectorExecutorMixin, PythonTask[AirflowObj]):
    """A task of type `airflow`; a connector runs the operator."""

    _TASK_TYPE = "airflow"

    def __init__(
        self, name: str, task_config: AirflowObj | None, inputs: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(
            name=name, task_config=task_config, interface=Interface(inputs), task_type=self._TASK_TYPE, **kwargs
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The configuration."""
        return {"task_config_pkl": pickled(self.task_config)}


def pickled(config: AirflowObj | None) -> str:
    """What jsonpickle makes of a configuration.

    Raises:
        UserError: FTC201 for parameters that are no plain data: their form would be up to jsonpickle.
    """
    if config is None:
        return "null"
    seen: set[int] = set()
    parameters = {name: _plain(value, name, seen) for name, value in config.parameters.items()}
    kind = f"{_MODULE}.{AirflowObj.__name__}"
    return json.dumps({"py/object": kind, "module": config.module, "name": config.name, "parameters": parameters})


def _plain(value: Any, parameter: str, seen: set[int]) -> Any:
    """The value with tuples as jsonpickle writes them; `seen` are the lists and dicts that it would refer back to."""
    kind = type(value)
    if kind in (str, bool, int, float, type(None)):
        return value
    if kind is tuple:
        return {"py/tuple": [_plain(item, parameter, seen) for item in value]}
    if kind not in (list, dict):
        raise _unfit(parameter, f"an object of {kind.__name__}")
    if id(value) in seen:
        raise _unfit(parameter, f"a {kind.__name__} that is in there, or in another parameter, already")
    seen.add(id(value))
    if kind is list:
        return [_plain(item, parameter, seen) for item in value]
    if not all(type(key) is str and not key.startswith("py/") for key in value):
        raise _unfit(parameter, "a dict with keys that are no plain text")
    return {key: _plain(item, parameter, seen) for key, item in value.items()}


def _unfit(parameter: str, what: str) -> UserError:
    return user_error(
        INVALID_DECLARATION,
        f"parameter {parameter!r} for Airflow has {what}, expected text, numbers, and lists and dicts of these",
        hint="compile with --frontend flytekit, or give it as plain data",
    )
