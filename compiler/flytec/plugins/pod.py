"""Pods as the configuration of tasks, from before pod templates (`flytekitplugins.pod`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.models_task import K8sObjectMetadata, K8sPod
from flytec.authoring.pod_template import PRIMARY_CONTAINER_DEFAULT_NAME
from flytec.authoring.pods import given_pod_spec
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@takes("Pod", primary_container_name=str, labels=dict[str, str], annotations=dict[str, str])
@dataclass
class Pod:
    """A pod, and which of its containers runs the task.

    Raises:
        UserError: FTC201 without a name of the primary container, and for what is no specification of a pod.
    """

    pod_spec: Any
    primary_container_name: str = PRIMARY_CONTAINER_DEFAULT_NAME
    labels: dict[str, str] | None = None
    annotations: dict[str, str] | None = None
    is_serialized: bool = field(default=False, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not hasattr(self.pod_spec, "containers"):
            raise user_error(
                INVALID_DECLARATION,
                f"pod_spec of Pod is of type {type(self.pod_spec).__name__}, expected kubernetes.client.V1PodSpec",
                at=caller_location(),
            )
        if not self.primary_container_name:
            raise user_error(
                INVALID_DECLARATION,
                "primary_container_name of Pod is empty, expected the name of a container",
                at=caller_location(),
            )


class PodFunctionTask(PythonFunctionTask[Pod]):
    """A task of type `sidecar`."""

    def __init__(self, task_config: Pod, task_function: Callable[..., Any], **kwargs: Any) -> None:
        super().__init__(
            task_config=task_config,
            task_type="sidecar",
            task_function=task_function,
            task_type_version=2,
            **kwargs,
        )

    def _serialize_pod_spec(self, settings: SerializationSettings) -> dict[str, Any]:
        config = self.task_config
        assert config is not None, "the constructor has one"
        container = super()._get_container(settings)
        resources = container.resources
        if config.is_serialized and (container.env or resources.requests or resources.limits):
            raise user_error(
                INVALID_DECLARATION,
                f"the Pod of {self.name} was serialized before, and flytekit left the variables and resources of that "
                "task in it",
                at=self.location,
                hint="give each task a Pod of its own, and each mapped task that runs by itself too",
            )
        config.is_serialized = True
        return given_pod_spec(config.pod_spec, config.primary_container_name, container)

    def get_k8s_pod(self, settings: SerializationSettings) -> K8sPod:
        """The pod, whose primary container is the task's."""
        config = self.task_config
        assert config is not None, "the constructor has one"
        return K8sPod(
            pod_spec=self._serialize_pod_spec(settings),
            metadata=K8sObjectMetadata(labels=config.labels, annotations=config.annotations),
        )

    def get_container(self, settings: SerializationSettings) -> None:  # noqa: ARG002
        """None beside the pod."""
        return

    def get_config(self, settings: SerializationSettings) -> dict[str, str]:  # noqa: ARG002
        """Names the container that runs the task."""
        config = self.task_config
        assert config is not None, "the constructor has one"
        return {"primary_container_name": config.primary_container_name}
