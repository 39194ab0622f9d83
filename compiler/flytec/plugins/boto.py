"""boto3: requests to services of AWS, which a connector sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from flytec.authoring.arguments import takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin, SyncConnectorExecutorMixin
from flytec.authoring.image_spec import ImageSpec
from flytec.authoring.images import task_image
from flytec.authoring.interface import Interface
from flytec.authoring.task import PythonTask

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

REQUEST: dict[str, Any] = {
    "config": dict[str, object],
    "region": str,
    "images": dict[str, object],
    "inputs": dict[str, object],
}
"""What the tasks that send a request take besides a name."""


@takes("BotoConfig", "service", "method", "config", service=str, method=str, **REQUEST)
@dataclass
class BotoConfig:
    """A method of a service, its arguments with places for inputs and images, and the images."""

    service: str
    method: str
    config: dict[str, Any]
    region: str | None = None
    images: dict[str, str | ImageSpec] | None = None


@takes("BotoTask", "name", "task_config", name=str, task_config=BotoConfig, inputs=dict[str, object])
class BotoTask(SyncConnectorExecutorMixin, PythonTask[BotoConfig]):
    """A task of type `boto`: what the method answers, and a token that is the same for the same request."""

    _TASK_TYPE = "boto"

    def __init__(
        self, name: str, task_config: BotoConfig, inputs: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(
            name=name,
            task_config=task_config,
            task_type=self._TASK_TYPE,
            interface=Interface(inputs, {"result": dict, "idempotence_token": str}),
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:
        """The method, its arguments and images."""
        config = self.task_config
        assert config is not None, "the constructor refuses it"
        return {
            "service": config.service,
            "config": config.config,
            "region": config.region,
            "method": config.method,
            "images": named_images(config.images, settings),
        }


class MethodTask(BotoTask):
    """The base of tasks that call one method, of SageMaker's unless it says otherwise."""

    _SERVICE: ClassVar[str] = "sagemaker"
    _METHOD: ClassVar[str]

    def __init__(
        self,
        name: str,
        config: dict[str, Any],
        region: str | None = None,
        inputs: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        call = BotoConfig(service=self._SERVICE, method=self._METHOD, config=config, region=region)
        super().__init__(name=name, task_config=call, inputs=inputs, **kwargs)


@takes("the task", "name", "config", name=str, **REQUEST)
class RequestTask(AsyncConnectorExecutorMixin, PythonTask[None]):
    """The base of tasks that a connector sends one request for, and waits for what becomes of it."""

    _TASK_TYPE: ClassVar[str]

    def __init__(
        self,
        name: str,
        config: dict[str, Any],
        region: str | None = None,
        inputs: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(name=name, task_type=self._TASK_TYPE, interface=Interface(inputs, {"result": dict}), **kwargs)
        self._config = config
        self._region = region

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The request."""
        return {"config": self._config, "region": self._region}


def named_images(
    images: Mapping[str, str | ImageSpec] | None, settings: SerializationSettings
) -> dict[str, str] | None:
    """The images of a request, those that are specified by their names."""
    if images is None:
        return None
    return {
        key: task_image(image, settings, copies=False) if isinstance(image, ImageSpec) else image
        for key, image in images.items()
    }
