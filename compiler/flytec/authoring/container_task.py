"""Tasks that run any container: a command, an image, and how inputs and outputs come into and out of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from flytec.authoring.auto_container import resource_spec
from flytec.authoring.containers import container_of
from flytec.authoring.images import task_image
from flytec.authoring.interface import Interface
from flytec.authoring.models_task import Container, DataLoadingConfig, K8sPod
from flytec.authoring.models_task import IOStrategy as Strategy
from flytec.authoring.pod_template import PodTemplate, checked_pod_template
from flytec.authoring.pods import pod_of
from flytec.authoring.security import Secret, secrets_context
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask, TaskMetadata
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.settings.resources import Resources, ResourceSpec

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


class ContainerTask(PythonTask[None]):
    """A task of type `raw-container`."""

    class MetadataFormat(Enum):
        """How the literals of inputs and outputs are written."""

        JSON = DataLoadingConfig.LITERALMAP_FORMAT_JSON
        YAML = DataLoadingConfig.LITERALMAP_FORMAT_YAML
        PROTO = DataLoadingConfig.LITERALMAP_FORMAT_PROTO

    class IOStrategy(Enum):
        """When data comes and goes; flytekit 1.16 cannot serialize any of them."""

        DOWNLOAD_EAGER = Strategy.DOWNLOAD_MODE_EAGER
        DOWNLOAD_STREAM = Strategy.DOWNLOAD_MODE_STREAM
        DO_NOT_DOWNLOAD = Strategy.DOWNLOAD_MODE_NO_DOWNLOAD
        UPLOAD_EAGER = Strategy.UPLOAD_MODE_EAGER
        UPLOAD_ON_EXIT = Strategy.UPLOAD_MODE_ON_EXIT
        DO_NOT_UPLOAD = Strategy.UPLOAD_MODE_NO_UPLOAD

    def __init__(
        self,
        name: str,
        image: Any,
        command: list[str] | None,
        inputs: Mapping[str, Any] | None = None,
        metadata: TaskMetadata | None = None,
        arguments: list[str] | None = None,
        outputs: Mapping[str, Any] | None = None,
        requests: Resources | None = None,
        limits: Resources | None = None,
        input_data_dir: str | None = None,
        output_data_dir: str | None = None,
        metadata_format: MetadataFormat = MetadataFormat.JSON,
        io_strategy: IOStrategy | None = None,
        secret_requests: list[Secret] | None = None,
        pod_template: PodTemplate | None = None,
        pod_template_name: str | None = None,
        local_logs: bool = False,
        resources: Resources | None = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is flytekit's of the same name.

        Raises:
            UserError: FTC201 for arguments that are wrong or exclude each other, and for an I/O strategy.
        """
        _refuse_unknown(name, metadata_format, io_strategy)
        metadata = metadata or TaskMetadata()
        metadata.pod_template_name = pod_template_name
        super().__init__(
            "raw-container",
            name,
            None,
            Interface(inputs, outputs),
            metadata=metadata,
            security_ctx=secrets_context(secret_requests),
            **kwargs,
        )
        self._image = image
        self._command = command
        self._arguments = arguments
        self._data_config = DataLoadingConfig(input_data_dir, output_data_dir, format=metadata_format.value)
        self._resources = resource_spec(requests, limits, resources)
        self.pod_template = checked_pod_template(pod_template)
        self.local_logs = local_logs

    @property
    def resources(self) -> ResourceSpec:
        """Requests and limits."""
        return self._resources

    def get_container(self, settings: SerializationSettings) -> Container | None:
        """Image, command, arguments and environment; none where a pod template takes them."""
        return None if self.pod_template is not None else self._get_container(settings)

    def _get_container(self, settings: SerializationSettings) -> Container:
        image = task_image(self._image, settings)
        environment = {**(settings.env or {}), **self.environment}
        return container_of(image, self.resources, self._command, self._arguments, environment, self._data_config)

    def get_k8s_pod(self, settings: SerializationSettings) -> K8sPod | None:
        """The pod that the task's pod template describes, around the task's container; `None` without one."""
        if self.pod_template is None:
            return None
        return pod_of(self.pod_template, self._get_container(settings), settings, self._data_config)

    def get_config(self, settings: SerializationSettings) -> Mapping[str, str] | None:  # noqa: ARG002
        """Names the container of the pod template that the task runs in, where there is a template."""
        return {} if self.pod_template is None else {"primary_container_name": self.pod_template.primary_container_name}


def _refuse_unknown(name: str, metadata_format: Any, io_strategy: Any) -> None:
    if not isinstance(metadata_format, ContainerTask.MetadataFormat):
        raise user_error(
            INVALID_DECLARATION,
            f"metadata_format of task {name} is {metadata_format!r}, expected a member of ContainerTask.MetadataFormat",
            at=caller_location(),
        )
    if io_strategy is not None:
        raise user_error(
            INVALID_DECLARATION,
            f"io_strategy of task {name} is {io_strategy}, but flytekit 1.16 cannot serialize a task that has one",
            at=caller_location(),
            hint="leave io_strategy out",
        )
