"""SageMaker: jobs that a request describes, and tasks that stop them or tell about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.image_spec import ImageSpec
from flytec.plugins.boto import REQUEST, MethodTask, RequestTask, named_images

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@takes("the task", "name", "config", name=str, **REQUEST)
class _JobOnImagesTask(RequestTask):
    """The base of jobs that have images, and say so in their data."""

    def __init__(
        self,
        name: str,
        config: dict[str, Any],
        region: str | None = None,
        images: dict[str, str | ImageSpec] | None = None,
        inputs: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(name, config, region, inputs, **kwargs)
        self._images = images

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:
        """The request and the images."""
        return {**super().get_custom(settings), "images": named_images(self._images, settings)}


class SageMakerTrainingJobTask(_JobOnImagesTask):
    """A task of type `sagemaker-training-job`."""

    _TASK_TYPE = "sagemaker-training-job"


class SageMakerStopTrainingJobTask(MethodTask):
    """Stops such a job."""

    _METHOD = "stop_training_job"


class SageMakerDescribeTrainingJobTask(MethodTask):
    """Tells about such a job."""

    _METHOD = "describe_training_job"


class SageMakerProcessingJobTask(_JobOnImagesTask):
    """A task of type `sagemaker-processing-job`."""

    _TASK_TYPE = "sagemaker-processing-job"


class SageMakerStopProcessingJobTask(MethodTask):
    """Stops such a job."""

    _METHOD = "stop_processing_job"


class SageMakerDescribeProcessingJobTask(MethodTask):
    """Tells about such a job."""

    _METHOD = "describe_processing_job"


class SageMakerHyperParameterTuningJobTask(_JobOnImagesTask):
    """A task of type `sagemaker-hyperparameter-tuning-job`."""

    _TASK_TYPE = "sagemaker-hyperparameter-tuning-job"


class SageMakerStopHyperParameterTuningJobTask(MethodTask):
    """Stops such a job."""

    _METHOD = "stop_hyper_parameter_tuning_job"


class SageMakerDescribeHyperParameterTuningJobTask(MethodTask):
    """Tells about such a job."""

    _METHOD = "describe_hyper_parameter_tuning_job"


class SageMakerTransformJobTask(RequestTask):
    """A task of type `sagemaker-transform-job`."""

    _TASK_TYPE = "sagemaker-transform-job"


class SageMakerStopTransformJobTask(MethodTask):
    """Stops such a job."""

    _METHOD = "stop_transform_job"


class SageMakerDescribeTransformJobTask(MethodTask):
    """Tells about such a job."""

    _METHOD = "describe_transform_job"


class SageMakerInferenceRecommenderJobTask(RequestTask):
    """A task of type `sagemaker-inference-recommender-job`."""

    _TASK_TYPE = "sagemaker-inference-recommender-job"


class SageMakerStopInferenceRecommenderJobTask(MethodTask):
    """Stops such a job."""

    _METHOD = "stop_inference_recommendations_job"


class SageMakerDescribeInferenceRecommenderJobTask(MethodTask):
    """Tells about such a job."""

    _METHOD = "describe_inference_recommendations_job"
