"""SageMaker: models and the endpoints that serve them (`flytekitplugins.awssagemaker_inference`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flytec.authoring.arguments import takes
from flytec.authoring.image_spec import ImageSpec
from flytec.plugins.boto import REQUEST, BotoConfig, BotoTask, MethodTask, RequestTask


@takes("SageMakerModelTask", "name", "config", name=str, **REQUEST)
class SageMakerModelTask(BotoTask):
    """Creates a model."""

    def __init__(
        self,
        name: str,
        config: dict[str, Any],
        region: str | None = None,
        images: dict[str, str | ImageSpec] | None = None,
        inputs: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        call = BotoConfig(service="sagemaker", method="create_model", config=config, region=region, images=images)
        super().__init__(name=name, task_config=call, inputs=inputs, **kwargs)


class SageMakerEndpointConfigTask(MethodTask):
    """Creates the configuration of an endpoint."""

    _METHOD = "create_endpoint_config"


class SageMakerEndpointTask(RequestTask):
    """A task of type `sagemaker-endpoint`, which creates one."""

    _TASK_TYPE = "sagemaker-endpoint"


class SageMakerDeleteEndpointTask(MethodTask):
    """Deletes an endpoint."""

    _METHOD = "delete_endpoint"


class SageMakerDeleteEndpointConfigTask(MethodTask):
    """Deletes the configuration of an endpoint."""

    _METHOD = "delete_endpoint_config"


class SageMakerDeleteModelTask(MethodTask):
    """Deletes a model."""

    _METHOD = "delete_model"


class SageMakerInvokeEndpointTask(MethodTask):
    """Asks an endpoint that answers later."""

    _SERVICE = "sagemaker-runtime"
    _METHOD = "invoke_endpoint_async"


def triton_image_uri(version: str = "23.12") -> str:
    """The image of Triton's server, with places for what the connector knows."""
    return "{account_id}.dkr.ecr.{region}.{base}/sagemaker-tritonserver:{version}-py3".replace("{version}", version)
