"""Tasks whose container flytekit's own entry point runs: image, resources, environment, command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from flytec.authoring.calls import current_compilation
from flytec.authoring.containers import container_of
from flytec.authoring.image_spec import RUNTIME_PACKAGES_ENV_VAR, ImageSpec
from flytec.authoring.images import task_image
from flytec.authoring.models_task import Container, ExtendedResources, K8sPod
from flytec.authoring.pod_template import PodTemplate, checked_pod_template
from flytec.authoring.pods import pod_of
from flytec.authoring.resolvers import TaskResolverMixin, default_task_resolver, resolver_location
from flytec.authoring.security import secrets_context
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask, TaskMetadata
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.settings.resources import Resources, ResourceSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flytec.authoring.security import Secret
    from flytec.settings.serialization import SerializationSettings

T = TypeVar("T")
_UNSPECIFIED = ResourceSpec(requests=Resources(), limits=Resources())


class PythonAutoContainerTask(PythonTask[T]):
    """The base of tasks that run in a container or pod by flytekit's entry point."""

    __module__ = "flytekit.core.python_auto_container"  # part of names

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
        pod_template: PodTemplate | None = None,
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
        self._container_image = container_image
        self._resources = resource_spec(requests, limits, resources)
        self.pod_template = checked_pod_template(pod_template)
        self.accelerator = accelerator
        self.shared_memory = shared_memory
        super().__init__(
            task_type,
            name,
            task_config,
            environment=environment,
            security_ctx=secrets_context(secret_requests),
            metadata=metadata,
            **kwargs,
        )
        compilation = current_compilation()
        self._task_resolver: Any = task_resolver or default_task_resolver
        if compilation is not None and compilation.resolver is not None:
            self._task_resolver = compilation.resolver
            self._name = self._task_resolver.task_name(self) or self._name

    @property
    def task_resolver(self) -> Any:
        """What finds the task in the container; in a workflow's body that is the workflow."""
        return self._task_resolver

    def set_resolver(self, resolver: TaskResolverMixin) -> None:
        """Replaces the resolver."""
        self._task_resolver = resolver

    @property
    def container_image(self) -> Any:
        """The image as it was given: a name, a template, a specification, or none."""
        return self._container_image

    @property
    def resources(self) -> ResourceSpec:
        """Requests and limits."""
        return self._resources

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
            resolver_location(self.task_resolver),
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

    def get_image(self, settings: SerializationSettings) -> str:
        """The image that the container runs.

        Raises:
            UserError: FTC210 for an image that does not resolve.
        """
        return task_image(self.container_image, settings)

    def get_container(self, settings: SerializationSettings) -> Container | None:
        """Image, command line, resources and environment; none where a pod template takes them."""
        return None if self.pod_template is not None else self._get_container(settings)

    def _get_container(self, settings: SerializationSettings) -> Container:
        """The task's variables come over those of the settings, and so do its resources, where it names any."""
        spec = self.resources
        if settings.default_resources is not None and spec == _UNSPECIFIED:
            spec = settings.default_resources
        environment = {**(settings.env or {}), **self.environment}
        if isinstance(self.container_image, ImageSpec) and self.container_image.runtime_packages:
            environment[RUNTIME_PACKAGES_ENV_VAR] = " ".join(self.container_image.runtime_packages)
        return container_of(self.get_image(settings), spec, [], self.get_command(settings), environment)

    def get_k8s_pod(self, settings: SerializationSettings) -> K8sPod | None:
        """The pod that the task's pod template describes, around the task's container; `None` without one."""
        if self.pod_template is None:
            return None
        return pod_of(self.pod_template, self._get_container(settings), settings)

    def get_config(self, settings: SerializationSettings) -> Mapping[str, str] | None:  # noqa: ARG002
        """Names the container of the pod template that the task runs in, where there is a template."""
        return {} if self.pod_template is None else {"primary_container_name": self.pod_template.primary_container_name}

    def get_extended_resources(self, settings: SerializationSettings) -> Any:  # noqa: ARG002
        """Accelerator and shared memory, `None` without either."""
        if self.accelerator is None and self.shared_memory is None:
            return None
        return ExtendedResources(self.accelerator, self.shared_memory)


def resource_spec(requests: Resources | None, limits: Resources | None, resources: Resources | None) -> ResourceSpec:
    """Requests and limits, given one by one or as pairs.

    Raises:
        UserError: FTC201 for both ways at once.
    """
    if resources is None:
        return ResourceSpec(requests=requests or Resources(), limits=limits or Resources())
    if requests is not None or limits is not None:
        raise user_error(
            INVALID_DECLARATION,
            "resources is given together with requests or limits, expected resources alone",
            at=caller_location(),
        )
    return ResourceSpec.from_multiple_resource(resources)
