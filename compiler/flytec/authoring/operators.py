"""Operators of Airflow in workflow bodies.

flytekit's plug-in for Airflow puts another constructor into all operators: in a body, each becomes a task and a node.
flytekit loads the plug-ins that are installed with it, without an import in user code. So a body that makes an operator
compiles to different workflows with and without the plug-in, and where neither user code nor settings name it, nothing
says which is meant.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from flytec.authoring.recorder import current_recorder
from flytec.authoring.source import caller_location
from flytec.codes import UNSUPPORTED_SYMBOL
from flytec.diagnostics import user_error

PLUGIN = "airflow"
# Where the class of all operators is, in Airflow 2 and 3.
_HOMES = ("airflow.models.baseoperator", "airflow.sdk.bases.operator")
# Those that a connector could not wait for, unless they are sensors: the plug-in runs them in containers.
_SENSORS = "airflow.sensors.base", "BaseSensorOperator"
_PIPELINES = "airflow.providers.apache.beam.operators.beam", "BeamBasePipelineOperator"


@contextmanager
def operators_in_body() -> Iterator[None]:
    """Until the end of the block, constructing an operator makes a node where the plug-in is there, else is FTC200."""
    recorder = current_recorder()
    construct = _make_node if PLUGIN in recorder.plugins.union(recorder.set_plugins) else _refuse
    classes = [kind for home in _HOMES if (kind := _loaded(home, "BaseOperator")) is not None]
    constructors = [_plain if kind.__new__ is object.__new__ else kind.__new__ for kind in classes]
    for kind in classes:
        kind.__new__ = staticmethod(construct)
    try:
        yield
    finally:
        for kind, constructor in zip(classes, constructors, strict=True):
            kind.__new__ = staticmethod(constructor)


def _loaded(module: str, name: str) -> Any:
    return getattr(sys.modules.get(module), name, None)


def _plain(kind: type, *_: Any, **__: Any) -> Any:
    """What a class without a constructor of its own does; taking one away again would not bring that back."""
    make: Callable[[type], Any] = object.__new__
    return make(kind)


def _make_node(kind: type, *_: Any, container_image: Any = None, **parameters: Any) -> Any:
    """What the plug-in makes of an operator; what is not given by name it drops."""
    from flytec.authoring.airflow_tasks import AirflowContainerTask, AirflowObj, AirflowTask

    name = parameters.get("task_id", kind.__name__)
    config = AirflowObj(module=kind.__module__, name=kind.__name__, parameters=parameters)
    if _is(kind, *_PIPELINES) and not _is(kind, *_SENSORS):
        return AirflowContainerTask(name=name, task_config=config, container_image=container_image)()
    return AirflowTask(name=name, task_config=config)()


def _is(kind: type, module: str, name: str) -> bool:
    base = _loaded(module, name)
    return base is not None and issubclass(kind, base)


def _refuse(kind: type, *_: Any, **__: Any) -> NoReturn:
    raise user_error(
        UNSUPPORTED_SYMBOL,
        f"{kind.__name__} of Airflow is made in a workflow's body, where flytekitplugins.airflow makes a task of it",
        at=caller_location(),
        hint='import flytekitplugins.airflow or set plugins = ["airflow"], if the container has it; else run the '
        "operator in the body of a task",
    )
