"""Eager tasks: coroutine functions that start executions themselves, and the workflow that cleans up behind one."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from flytec.authoring.auto_container import PythonAutoContainerTask
from flytec.authoring.function_task import AsyncPythonFunctionTask
from flytec.authoring.imperative import ImperativeWorkflow
from flytec.authoring.interface import Interface
from flytec.authoring.resolvers import TaskResolverMixin
from flytec.authoring.source import function_location
from flytec.authoring.task import TaskMetadata
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

T = TypeVar("T")


class EagerAsyncPythonFunctionTask(AsyncPythonFunctionTask[T]):
    """A task whose function starts executions of other entities; its container carries the serialization settings."""

    __module__ = "flytekit.core.python_function_task"  # part of names

    def __init__(
        self,
        task_config: T | None,
        task_function: Callable[..., Any],
        task_type: str = "python-task",
        ignore_input_vars: list[str] | None = None,
        task_resolver: TaskResolverMixin | None = None,
        node_dependency_hints: Iterable[Any] | None = None,
        enable_deck: bool = True,
        **kwargs: Any,
    ) -> None:
        kwargs.pop("execution_mode", None)
        metadata: TaskMetadata = kwargs.pop("metadata", None) or TaskMetadata()
        metadata.is_eager = True
        super().__init__(
            task_config,
            task_function,
            task_type,
            ignore_input_vars,
            self.ExecutionBehavior.EAGER,
            task_resolver,
            node_dependency_hints,
            enable_deck=enable_deck,
            metadata=metadata,
            **kwargs,
        )

    def get_as_workflow(self) -> ImperativeWorkflow:
        """A new workflow of the task's name that runs it, and after a failure ends what it had started.

        Inputs have no defaults and no descriptions, as in flytekit.
        """
        interface = self.python_interface
        cleanup: EagerFailureHandlerTask = EagerFailureHandlerTask(
            f"{self.name}-cleanup", self.container_image, interface.inputs, location=self.location
        )
        workflow = ImperativeWorkflow(self.name)
        workflow.location = self.location
        for name, kind in interface.inputs.items():
            workflow.add_workflow_input(name, kind)
        node = workflow.add_entity(self, **workflow.inputs)
        for name in interface.outputs:
            workflow.add_workflow_output(name, node.outputs[name])
        failure_node = workflow.add_on_failure_handler(cleanup)
        node._location = failure_node._location = self.location
        return workflow


class EagerFailureTaskResolver(TaskResolverMixin):
    """Finds the task that cleans up behind eager tasks, which is the same for all of them."""

    @property
    def location(self) -> str:
        """flytekit's instance of it."""
        return "flytekit.core.python_function_task.eager_failure_task_resolver"

    def name(self) -> str:
        """The resolver's own name."""
        return "eager_failure_task_resolver"

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:  # noqa: ARG002
        """Nothing that would tell one task from another."""
        return ["eager", "failure", "handler"]


eager_failure_task_resolver = EagerFailureTaskResolver()


class EagerFailureHandlerTask(PythonAutoContainerTask[None]):
    """Ends the executions that a failed eager task had started; it has the eager task's inputs and image."""

    __module__ = "flytekit.core.python_function_task"  # part of names

    def __init__(
        self, name: str, container_image: Any = None, inputs: dict[str, Any] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(
            name,
            None,
            "eager_failure_handler_task",
            container_image,
            interface=Interface(inputs),
            task_resolver=eager_failure_task_resolver,
            **kwargs,
        )


def eager(_fn: Callable[..., Any] | None = None, *_: Any, **kwargs: Any) -> Any:
    """Declares the decorated function to be an eager task.

    Takes what `EagerAsyncPythonFunctionTask` takes. Everything else is dropped in silence as in flytekit, which has
    users pass `remote` and `client_secret_group` from its own examples; and eager tasks always have a deck.

    Raises:
        UserError: FTC201 and FTC203 as for `task`.
    """
    if _fn is None:
        return functools.partial(eager, **kwargs)
    if kwargs.get("disable_deck") is not None:
        raise user_error(
            INVALID_DECLARATION, "@eager is given disable_deck, but eager tasks have a deck", at=function_location(_fn)
        )
    kwargs.pop("enable_deck", None)
    return EagerAsyncPythonFunctionTask(task_config=None, task_function=_fn, enable_deck=True, **kwargs)
