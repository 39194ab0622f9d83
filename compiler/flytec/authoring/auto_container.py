"""Tasks whose container flytekit's own entry point runs: image, resources, environment, command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from flytec.authoring.calls import current_compilation
from flytec.authoring.naming import EntityName
from flytec.authoring.recorder import current_recorder
from flytec.authoring.security import Secret, SecurityContext
from flytec.authoring.source import caller_location, instantiating_module
from flytec.authoring.task import PythonTask, TaskMetadata
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.settings.resources import Resources, ResourceSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flytec.settings.serialization import SerializationSettings

T = TypeVar("T")


class TaskResolverMixin:
    """Finds a task again in the container: `loader_args` is what the command line carries for that."""

    def __new__(cls, *_: Any, **__: Any) -> TaskResolverMixin:
        """Notes the module that makes the resolver, which the container imports it from."""
        self = super().__new__(cls)
        self.instantiated_in = instantiating_module()
        return self

    instantiated_in: str | None

    @property
    def location(self) -> str:
        """The dotted name that the container imports the resolver by."""
        return current_recorder().names.of_instance(self, self.instantiated_in).full

    def name(self) -> str:
        """The resolver's own name."""
        raise NotImplementedError

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:
        """The arguments that lead the resolver to `task`."""
        raise NotImplementedError

    def task_name(self, task: Any) -> str | None:  # noqa: ARG002
        """A name that replaces the task's own, `None` to keep it."""
        return None


class DefaultTaskResolver(TaskResolverMixin):
    """Finds a task as a variable of its module."""

    @property
    def location(self) -> str:
        """flytekit's instance of its own default resolver."""
        return "flytekit.core.python_auto_container.default_task_resolver"

    def name(self) -> str:
        """The resolver's own name."""
        return "DefaultTaskResolver"

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:  # noqa: ARG002
        """Module and variable."""
        place = task.place()
        return ["task-module", place.module, "task-name", place.variable]


default_task_resolver = DefaultTaskResolver()


class PythonAutoContainerTask(PythonTask[T]):
    """The base of tasks that run in a container or pod by flytekit's entry point."""

    _get_command_fn: Callable[[SerializationSettings], list[str]] | None = None

    def __init__(
        self,
        name: str,
        task_config: T | None,
        task_type: str = "python-task",
        container_image: Any = None,
        requests: Resources | None = None,
        limits: Resources | None = None,
        environment: dict[str, str] | None = None,
        task_resolver: TaskResolverMixin | None = None,
        secret_requests: list[Secret] | None = None,
        pod_template: Any = None,
        pod_template_name: str | None = None,
        accelerator: Any = None,
        shared_memory: bool | str | None = None,
        resources: Resources | None = None,
        labels: dict[str, str] | None = None,
        annotations: dict[str, str] | None = None,
        metadata: TaskMetadata | None = None,
        **kwargs: Any,
    ) -> None:
        metadata = metadata or TaskMetadata()
        metadata.pod_template_name = pod_template_name
        metadata.labels = labels if labels is not None else metadata.labels
        metadata.annotations = annotations if annotations is not None else metadata.annotations
        self.container_image = container_image
        self.resources = _resource_spec(requests, limits, resources)
        self.pod_template = pod_template
        self.accelerator = accelerator
        self.shared_memory = shared_memory
        super().__init__(
            task_type,
            name,
            task_config,
            environment=environment,
            security_ctx=_security_context(secret_requests),
            metadata=metadata,
            **kwargs,
        )
        compilation = current_compilation()
        self.task_resolver: Any = task_resolver or default_task_resolver
        if compilation is not None and compilation.resolver is not None:
            self.task_resolver = compilation.resolver
            self._name = self.task_resolver.task_name(self) or self._name

    def place(self) -> EntityName:
        """The module and variable that hold the task."""
        return current_recorder().names.of_instance(self, self.instantiated_in)

    def get_default_command(self, settings: SerializationSettings) -> list[str]:
        """The container's arguments: flytekit's entry point, told how to find the task."""
        return [
            "pyflyte-execute",
            "--inputs",
            "{{.input}}",
            "--output-prefix",
            "{{.outputPrefix}}",
            "--raw-output-data-prefix",
            "{{.rawOutputDataPrefix}}",
            "--checkpoint-path",
            "{{.checkpointOutputPrefix}}",
            "--prev-checkpoint",
            "{{.prevCheckpointPrefix}}",
            "--resolver",
            self.task_resolver.location,
            "--",
            *self.task_resolver.loader_args(settings, self),
        ]

    def set_command_fn(self, get_command_fn: Callable[[SerializationSettings], list[str]]) -> None:
        """Makes `get_command_fn` give the container's arguments, as mapped tasks do while they are lowered."""
        self._get_command_fn = get_command_fn

    def reset_command_fn(self) -> None:
        """Takes `set_command_fn` back."""
        self._get_command_fn = None

    def get_command(self, settings: SerializationSettings) -> list[str]:
        """The container's arguments; kinds of tasks with an entry point of their own override it."""
        return (self._get_command_fn or self.get_default_command)(settings)

    def get_config(self, settings: SerializationSettings) -> Mapping[str, str] | None:  # noqa: ARG002
        """Names the container of the pod template that the task runs in, where there is a template."""
        return {} if self.pod_template is None else {"primary_container_name": self.pod_template.primary_container_name}


def _resource_spec(requests: Resources | None, limits: Resources | None, resources: Resources | None) -> ResourceSpec:
    if resources is None:
        return ResourceSpec(requests=requests or Resources(), limits=limits or Resources())
    if requests is not None or limits is not None:
        raise user_error(
            INVALID_DECLARATION,
            "resources is given together with requests or limits, expected resources alone",
            at=caller_location(),
        )
    return ResourceSpec.from_multiple_resource(resources)


def _security_context(secrets: list[Secret] | None) -> SecurityContext | None:
    if not secrets:
        return None
    for secret in secrets:
        if not isinstance(secret, Secret):
            raise user_error(
                INVALID_DECLARATION,
                f"secret_requests has {secret!r}, expected flytekit.Secret",
                at=caller_location(),
            )
    return SecurityContext(secrets=secrets)
