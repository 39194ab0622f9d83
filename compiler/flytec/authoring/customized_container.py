"""Tasks whose container gets the task template itself and an executor that reads it, instead of the user's code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from flytec.authoring.auto_container import resource_spec
from flytec.authoring.containers import container_of
from flytec.authoring.image_spec import CopyFileDetection, ImageSpec
from flytec.authoring.images import task_image
from flytec.authoring.models_task import Container
from flytec.authoring.resolvers import TaskResolverMixin, resolver_location
from flytec.authoring.security import Secret, secrets_context
from flytec.authoring.task import PythonTask
from flytec.authoring.tracking import TrackedInstance, served_as
from flytec.codes import INVALID_DECLARATION, UNSUPPORTED_SYMBOL
from flytec.diagnostics import user_error
from flytec.settings.resources import Resources, ResourceSpec

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

T = TypeVar("T")
TC = TypeVar("TC")


class ShimTaskExecutor(TrackedInstance, Generic[T]):
    """The base of executors, which run a task by its template."""

    def execute_from_model(self, tt: Any, **kwargs: Any) -> Any:
        """Runs the task; called in the container only."""
        raise NotImplementedError


class ExecutableTemplateShimTask:
    """What runs by a task template and an executor."""

    def __init__(self, tt: Any, executor_type: type[ShimTaskExecutor[Any]], *args: Any, **kwargs: Any) -> None:
        self._task_template = tt
        self._executor_type = executor_type
        self._executor = executor_type()
        super().__init__(*args, **kwargs)

    @property
    def executor(self) -> ShimTaskExecutor[Any]:
        """The executor."""
        return self._executor

    @property
    def executor_type(self) -> type[ShimTaskExecutor[Any]]:
        """The executor's class, which the container imports."""
        return self._executor_type


class TaskTemplateResolver(TrackedInstance, TaskResolverMixin):
    """Finds a task by its template, which the control plane leaves in the container."""

    def name(self) -> str:
        """The resolver's own name."""
        return "task template resolver"

    def loader_args(self, settings: SerializationSettings, task: Any) -> list[str]:  # noqa: ARG002
        """The place of the template, and the executor's class as its module was imported."""
        executor = task.executor_type
        return ["{{.taskTemplatePath}}", f"{executor.__module__}.{executor.__name__}"]


default_task_template_resolver = served_as(
    TaskTemplateResolver(), "flytekit.core.python_customized_container_task.default_task_template_resolver"
)


class PythonCustomizedContainerTask(ExecutableTemplateShimTask, PythonTask[TC]):
    """The base of such tasks; subclasses say in `get_custom` what their executor reads."""

    def __init__(
        self,
        name: str,
        task_config: TC | None,
        container_image: Any,
        executor_type: type[ShimTaskExecutor[Any]],
        task_resolver: TaskTemplateResolver | None = None,
        task_type: str = "python-task",
        requests: Resources | None = None,
        limits: Resources | None = None,
        environment: dict[str, str] | None = None,
        secret_requests: list[Secret] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            tt=None,
            executor_type=executor_type,
            task_type=task_type,
            name=name,
            task_config=task_config,
            security_ctx=secrets_context(secret_requests),
            **kwargs,
        )
        self._resources = resource_spec(requests, limits, None)
        self._environment = environment or {}
        self._container_image = container_image
        self._task_resolver = task_resolver or default_task_template_resolver

    @property
    def resources(self) -> ResourceSpec:
        """Requests and limits."""
        return self._resources

    @property
    def task_resolver(self) -> TaskTemplateResolver:
        """What finds the task in the container."""
        return self._task_resolver

    @property
    def container_image(self) -> Any:
        """The image as it was given."""
        return self._container_image

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """What the executor reads; subclasses say.

        Raises:
            UserError: FTC201 where they do not.
        """
        raise user_error(INVALID_DECLARATION, f"{type(self).__name__} has no get_custom, which its executor reads")

    def get_config(self, settings: SerializationSettings) -> dict[str, str]:  # noqa: ARG002
        """Nothing."""
        return {}

    def get_command(self, settings: SerializationSettings) -> list[str]:
        """The container's arguments: flytekit's entry point, without checkpoints."""
        return [
            "pyflyte-execute",
            "--inputs",
            "{{.input}}",
            "--output-prefix",
            "{{.outputPrefix}}",
            "--raw-output-data-prefix",
            "{{.rawOutputDataPrefix}}",
            "--resolver",
            resolver_location(self.task_resolver),
            "--",
            *self.task_resolver.loader_args(settings, self),
        ]

    def get_image(self, settings: SerializationSettings) -> str:
        """The image that the container runs.

        Raises:
            UserError: FTC210 for an image that does not resolve.
        """
        image = self.container_image
        if isinstance(image, ImageSpec) and not settings.should_fast_serialize():
            if image.source_copy_mode in (None, CopyFileDetection.NO_COPY) and settings.source_root is not None:
                raise user_error(
                    UNSUPPORTED_SYMBOL,
                    f"the image of {type(self).__name__} is an ImageSpec without source_copy_mode, "
                    "of which the name would hold the folder of the sources",
                    hint="name a built image, or compile with --frontend flytekit",
                )
            image.source_root = settings.source_root
        return task_image(image, settings, copies=False)

    def get_container(self, settings: SerializationSettings) -> Container:
        """Image, command line, resources and environment; the task's variables come over those of the settings."""
        environment = {**(settings.env or {}), **self.environment}
        return container_of(self.get_image(settings), self.resources, [], self.get_command(settings), environment)
