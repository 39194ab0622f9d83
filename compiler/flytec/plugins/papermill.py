"""Papermill: notebooks as tasks (`flytekitplugins.papermill`)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from flytec.authoring.arguments import takes
from flytec.authoring.function_task import PythonFunctionTask, PythonInstanceTask, TaskPlugins
from flytec.authoring.interface import Interface
from flytec.authoring.resolvers import TaskResolverMixin, resolver_location
from flytec.authoring.source import caller_location
from flytec.authoring.types.file import HTMLPage, PythonNotebook
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

T = TypeVar("T")

_MODULE = "flytekitplugins.papermill.task"
_IMPLICIT_OUTPUTS = {"out_nb": PythonNotebook, "out_rendered_nb": HTMLPage}


@takes(
    "NotebookTask",
    "name",
    "notebook_path",
    name=str,
    notebook_path=(str, os.PathLike),
    inputs=dict[str, object],
    outputs=dict[str, object],
)
class NotebookTask(PythonInstanceTask[T]):
    """A task that runs a notebook, with two outputs besides its own: the notebook after the run, as such and as HTML.

    The plug-in makes a second task beside each and registers it too: one of the kind that `task_config` asks for. Type,
    container, pod and config are that task's, its custom data is not.
    """

    __module__ = _MODULE  # part of names

    def __init__(
        self,
        name: str,
        notebook_path: str,
        render_deck: bool = False,
        stream_logs: bool = False,
        task_config: T | None = None,
        inputs: Mapping[str, Any] | None = None,
        outputs: dict[str, Any] | None = None,
        output_notebooks: bool | None = True,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name; the dict of outputs is added to, as by the plug-in.

        Raises:
            UserError: FTC201 for a notebook that is not there, counted from the working folder.
        """
        self._notebook_path = os.path.abspath(notebook_path)  # noqa: PTH100 - links stay, as in flytekit
        if not Path(self._notebook_path).exists():
            raise user_error(
                INVALID_DECLARATION,
                f"the notebook {os.fspath(notebook_path)!r} of task {name} does not exist",
                at=caller_location(),
                hint="a relative path counts from the working folder; make one from Path(__file__).parent",
            )
        self._config_task_instance = _task_beside(name, task_config, kwargs)
        self._render_deck = render_deck
        self._stream_logs = stream_logs
        if output_notebooks:
            outputs = {} if outputs is None else outputs
            outputs.update(_IMPLICIT_OUTPUTS)
        super().__init__(
            name,
            task_config,
            task_type=self._config_task_instance.task_type,
            task_type_version=self._config_task_instance.task_type_version,
            interface=Interface(inputs, outputs),
            **kwargs,
        )

    @property
    def notebook_path(self) -> str:
        """The notebook's absolute path."""
        return self._notebook_path

    @property
    def output_notebook_path(self) -> str:
        """Where the notebook is after the run."""
        return f"{self._notebook_path.split('.ipynb')[0]}-out.ipynb"

    @property
    def rendered_output_path(self) -> str:
        """Where its HTML is after the run."""
        return f"{self._notebook_path.split('.ipynb')[0]}-out.html"

    def get_container(self, settings: SerializationSettings) -> Any:
        """The container of the task beside, started for this one."""
        with self._run_by_the_other() as other:
            return other.get_container(settings)

    def get_k8s_pod(self, settings: SerializationSettings) -> Any:
        """The pod of the task beside, started for this one."""
        with self._run_by_the_other() as other:
            return other.get_k8s_pod(settings)

    def get_config(self, settings: SerializationSettings) -> Mapping[str, str]:
        """This task's settings, and over them those of the task beside."""
        own, others = super().get_config(settings), self._config_task_instance.get_config(settings)
        return {**(own or {}), **(others or {})}

    @contextmanager
    def _run_by_the_other(self) -> Iterator[PythonFunctionTask[Any]]:
        """The task beside, whose command line leads to this one meanwhile."""
        other = self._config_task_instance
        resolver = other.task_resolver
        other.set_resolver(_ByVariable(resolver, self))
        try:
            yield other
        finally:
            other.set_resolver(resolver)


class _ByVariable(TaskResolverMixin):
    """Stands for `resolver` on the command line, and leads to the variable that holds `task`."""

    def __init__(self, resolver: Any, task: NotebookTask[Any]) -> None:
        self._resolver = resolver
        self._task = task

    @property
    def location(self) -> str:
        return resolver_location(self._resolver)

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:  # noqa: ARG002
        place = self._task.place()
        return ["task-module", place.module, "task-name", place.variable]


def _task_beside(name: str, task_config: Any, kwargs: Mapping[str, Any]) -> PythonFunctionTask[Any]:
    import_module(_MODULE)  # the function's, which has to be loaded for the function to have a name
    kind = TaskPlugins.find_pythontask_plugin(type(task_config))
    beside = kind(task_config=task_config, task_function=_dummy_task_func, **kwargs)
    beside._name = f"pm.nb.{name}"
    beside.location = caller_location()
    return beside


def _dummy_task_func():  # type: ignore[no-untyped-def]  # the plug-in's has no annotation
    return None


_dummy_task_func.__module__ = _MODULE
