"""SageMaker: functions that run as training or processing jobs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from flytec.authoring.arguments import INT32, takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.default_images import DefaultImages
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.plugins.images import based_on

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

_KINDS: dict[str, Any] = {
    "execution_role_arn": str,
    "region": str,
    "instance_type": str,
    "instance_count": INT32,
    "volume_size_in_gb": INT32,
    "max_runtime_in_seconds": INT32,
    "environment": dict[str, str],
    "kms_key_id": str,
    "tags": dict[str, str],
    "job_name_prefix": str,
}
_REQUIRED = ("execution_role_arn", "region")


@takes("PythonicJobConfig", *_REQUIRED, **_KINDS)
@dataclass
class PythonicJobConfig:
    """The machine that a job runs on, and who runs it.

    Raises:
        UserError: FTC201 for numbers out of range, and without a role or a region.
    """

    execution_role_arn: str
    region: str
    instance_type: str = "ml.m5.large"
    instance_count: int = 1
    volume_size_in_gb: int = 30
    max_runtime_in_seconds: int = 3600
    environment: dict[str, str] | None = None
    kms_key_id: str | None = None
    tags: dict[str, str] | None = None
    job_name_prefix: str = "flyte-"

    def __post_init__(self) -> None:
        what = type(self).__name__
        for name in _REQUIRED:
            if not getattr(self, name):
                raise _invalid(f"{what} has no {name}")
        if self.instance_count != 1:
            raise _invalid(f"instance_count of {what} is {self.instance_count}, expected 1")
        for name in ("volume_size_in_gb", "max_runtime_in_seconds"):
            if (number := getattr(self, name)) < 1:
                raise _invalid(f"{name} of {what} is {number}, expected at least 1")

    def to_dict(self) -> dict[str, Any]:
        """What is set, as JSON data."""
        return {name: value for name, value in dataclasses.asdict(self).items() if value is not None}


@takes("SageMakerTraining", *_REQUIRED, **_KINDS, output_s3_path=str, vpc_config=dict)
@dataclass
class SageMakerTraining(PythonicJobConfig):
    """The machine of a training job, and where its model goes."""

    output_s3_path: str | None = None
    vpc_config: dict[str, Any] | None = None


@takes("SageMakerProcessing", *_REQUIRED, **_KINDS, network_config=dict)
@dataclass
class SageMakerProcessing(PythonicJobConfig):
    """The machine of a processing job."""

    network_config: dict[str, Any] | None = None


class PythonicSageMakerJobTask(AsyncConnectorExecutorMixin, PythonFunctionTask[PythonicJobConfig]):
    """The base of tasks whose function runs as a job.

    Raises:
        UserError: FTC201 without an image.
    """

    _TASK_TYPE: ClassVar[str] = "pythonic-sagemaker-job"

    def __init__(
        self,
        task_config: PythonicJobConfig,
        task_function: Callable[..., Any],
        container_image: Any = None,
        **kwargs: Any,
    ) -> None:
        if container_image is None:
            raise _invalid(
                f"a task with {type(task_config).__name__} has no container_image, which jobs of SageMaker need"
            )
        super().__init__(
            task_config=task_config,
            task_function=task_function,
            task_type=self._TASK_TYPE,
            container_image=based_on(DefaultImages.default_image(), container_image),
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The configuration."""
        assert self.task_config is not None, "the table of configs leads here"
        return self.task_config.to_dict()


class SageMakerTrainingTask(PythonicSageMakerJobTask):
    """A task of type `sagemaker-training-task`."""

    _TASK_TYPE = "sagemaker-training-task"


class SageMakerProcessingTask(PythonicSageMakerJobTask):
    """A task of type `sagemaker-processing-task`."""

    _TASK_TYPE = "sagemaker-processing-task"


def _invalid(message: str) -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location())
