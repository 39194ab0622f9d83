"""Task resolvers: how the container finds a task again, and what its command line carries for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flytec.authoring.recorder import current_recorder
from flytec.authoring.source import caller_location
from flytec.authoring.tracking import TrackedInstance, served_as
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.authoring.workflow import PythonFunctionWorkflow
    from flytec.settings.serialization import SerializationSettings


class TaskResolverMixin:
    """What a resolver has; user-written ones get their `location` from `TrackedInstance`, or have their own."""

    @property
    def location(self) -> str:
        """The dotted name that the container imports the resolver by."""
        raise user_error(
            INVALID_DECLARATION,
            f"resolver {type(self).__name__} has no location, so the container could not find it",
            hint="derive the class from flytekit.core.tracker.TrackedInstance too, before TaskResolverMixin",
        )

    def name(self) -> str:
        """The resolver's own name."""
        raise NotImplementedError

    def load_task(self, loader_args: list[str]) -> Any:
        """The task that `loader_args` lead to; asked in the container only."""
        raise NotImplementedError

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:  # noqa: ARG002
        """The arguments that lead the resolver to `task`."""
        raise user_error(
            INVALID_DECLARATION, f"resolver {type(self).__name__} has no loader_args, which the container would need"
        )

    def get_all_tasks(self) -> list[Any]:
        """The tasks that the resolver knows; asked in the container only."""
        raise NotImplementedError

    def task_name(self, task: Any) -> str | None:  # noqa: ARG002
        """A name that replaces the task's own, `None` to keep it; asked of the resolvers of workflow bodies only."""
        return None


class DefaultTaskResolver(TrackedInstance, TaskResolverMixin):
    """Finds a task as a variable of its module."""

    def name(self) -> str:
        """The resolver's own name."""
        return "DefaultTaskResolver"

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:  # noqa: ARG002
        """Module and variable."""
        place = task.place()
        return ["task-module", place.module, "task-name", place.variable]


class DefaultNotebookTaskResolver(TrackedInstance, TaskResolverMixin):
    """Finds a task in the pickle that a notebook's registration leaves in the container."""

    def name(self) -> str:
        """The resolver's own name."""
        return "DefaultNotebookTaskResolver"

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:  # noqa: ARG002
        """The task's full name."""
        return ["entity-name", task.place().full]


class _TaskStorage(TaskResolverMixin):
    """Keeps tasks in the order of `add`, and finds one by its position."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.mapping: list[Any] = []
        super().__init__(*args, **kwargs)

    def add(self, task: Any) -> None:
        """Keeps `task`, once more where it is kept already: positions count additions."""
        self.mapping.append(task)

    def get_all_tasks(self) -> list[Any]:
        """The tasks that were added."""
        return self.mapping

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:  # noqa: ARG002
        """The task's first position.

        Raises:
            UserError: FTC201 for a task that was not added.
        """
        for position, known in enumerate(self.mapping):
            if known is task:
                return [str(position)]
        raise user_error(
            INVALID_DECLARATION,
            f"its resolver {self.name()} does not know it, so the container could not find it",
            hint="add the task to its resolver, or declare it at module level",
        )


class ClassStorageTaskResolver(TrackedInstance, _TaskStorage):
    """Keeps tasks that no module has; it is itself found as a variable of its module, once that has made all tasks."""

    def name(self) -> str:
        """The resolver's own name."""
        return "ClassStorageTaskResolver"


class BodyTaskResolver(_TaskStorage):
    """The resolver of tasks that a workflow's body declares: the container runs the body and asks the workflow.

    With flytekit it is the workflow itself. A task declared in the body of a sub-workflow belongs to the workflow that
    compiles first, which has no node of it and so cannot find it: an error, as in flytekit.
    """

    def __init__(self, workflow: PythonFunctionWorkflow) -> None:
        super().__init__()
        self._workflow = workflow

    @property
    def location(self) -> str:
        """The workflow's module and the name of its function."""
        workflow = self._workflow
        return current_recorder().names.in_module(workflow.instantiated_in, workflow.function.__name__).full

    def name(self) -> str:
        """The workflow's name."""
        return self._workflow.name

    def task_name(self, task: Any) -> str | None:
        """The task's own name behind the workflow's and the module of the task's class."""
        return f"{self._workflow.name}.{task.__module__}.{task._name}"

    def add_called(self, nodes: list[Any]) -> None:
        """Keeps the tasks of this resolver that `nodes` run, in their order."""
        for node in nodes:
            if getattr(node.flyte_entity, "task_resolver", None) is self:
                self.add(node.flyte_entity)


def resolver_location(resolver: Any) -> str:
    """The dotted name of a resolver.

    Raises:
        UserError: FTC201 where it gives none.
    """
    location = resolver.location
    if not isinstance(location, str):
        raise user_error(
            INVALID_DECLARATION,
            f"resolver {type(resolver).__name__} is at {location!r}, expected a dotted name",
            at=caller_location(),
        )
    return location


default_task_resolver = served_as(DefaultTaskResolver(), "flytekit.core.python_auto_container.default_task_resolver")
default_notebook_task_resolver = served_as(
    DefaultNotebookTaskResolver(), "flytekit.core.python_auto_container.default_notebook_task_resolver"
)
