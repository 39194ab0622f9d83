"""Fast registration: the command line that fetches the archive of the sources before it starts a task."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flytec.authoring.auto_container import PythonAutoContainerTask
from flytec.authoring.container_task import ContainerTask
from flytec.authoring.map_task import MappedTask
from flytec.authoring.models_task import Container
from flytec.codes import UNSUPPORTED_SYMBOL
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.authoring.task import Task
    from flytec.settings.serialization import SerializationSettings


def archive_prefix(settings: SerializationSettings) -> list[str]:
    """What stands in front of a task's command line; places that are not known yet are left to registration."""
    fast = settings.fast_serialization_settings
    return [
        "pyflyte-fast-execute",
        "--additional-distribution",
        (fast and fast.distribution_location) or "{{ .remote_package_path }}",
        "--dest-dir",
        (fast and fast.destination_dir) or "{{ .dest_dir }}",
        "--",
    ]


def fetching_container(task: Task, container: Any, settings: SerializationSettings) -> Any:
    """The container of `task`, started by the archive's command line where it runs the user's sources."""
    if not isinstance(container, Container) or not isinstance(task, (PythonAutoContainerTask, MappedTask)):
        return container
    return replace(container, args=[*archive_prefix(settings), *(container.args or ())])


def fetching(task: Task, container: Any, pod: Any, settings: SerializationSettings) -> tuple[Any, Any]:
    """Container and pod of `task`, started by the archive's command line where they run the user's sources.

    Raises:
        UserError: FTC200 for pods of tasks that have no command line to put it in front of.
    """
    if container and isinstance(task, (PythonAutoContainerTask, MappedTask)):
        return fetching_container(task, container, settings), pod
    if not pod or isinstance(task, ContainerTask):
        return container, pod
    runs = task.run_task if isinstance(task, MappedTask) else task
    if not isinstance(runs, PythonAutoContainerTask):
        raise user_error(
            UNSUPPORTED_SYMBOL,
            f"{type(task).__name__} gives a pod of its own, which cannot fetch the archive of the sources",
            hint="derive the class from PythonAutoContainerTask, or register without an archive",
        )
    command = task.get_command if isinstance(task, MappedTask) else runs.get_default_command
    runs.set_command_fn(lambda given: [*archive_prefix(given), *command(given)])
    try:
        return container, runs.get_k8s_pod(settings)
    finally:
        runs.reset_command_fn()
