"""The plug-ins for SageMaker, which one package holds."""

from collections.abc import Mapping

from flytec.authoring.rows import Row
from flytec.plugins.table.rows import configs, defined, mentioned

_PREFIX = "flytekitplugins.awssagemaker_"
_BOTO = "BotoConfig BotoTask"
_INFERENCE = (
    "SageMakerDeleteEndpointConfigTask SageMakerDeleteEndpointTask SageMakerDeleteModelTask "
    "SageMakerEndpointConfigTask SageMakerEndpointTask SageMakerInvokeEndpointTask SageMakerModelTask"
)
_WORKFLOWS = "create_sagemaker_deployment delete_sagemaker_deployment"


def _jobs(plugin: str, job: str, functions: str = "", connectors: str = "") -> dict[str, Mapping[str, Row]]:
    """The modules of one kind of job: what starts, stops and describes it, and what runs functions as such jobs."""
    tasks = f"SageMaker{job}JobTask SageMakerStop{job}JobTask SageMakerDescribe{job}JobTask"
    rows = {**defined("sagemaker_jobs", tasks), **defined("sagemaker_functions", functions)}
    hidden = mentioned(f"SageMaker{job}JobConnector SageMaker{job}JobMetadata {connectors}")
    name = f"{_PREFIX}{plugin}"
    return {name: {**rows, **hidden}, f"{name}.task": rows, f"{name}.connector": hidden}


NAMES: Mapping[str, Mapping[str, Row]] = {
    f"{_PREFIX}inference": {
        **defined("boto", _BOTO),
        **defined("sagemaker", f"{_INFERENCE} triton_image_uri"),
        **defined("sagemaker_deployment", _WORKFLOWS),
        **mentioned("BotoConnector SageMakerEndpointConnector"),
    },
    f"{_PREFIX}inference.boto3_connector": mentioned("BotoConnector"),
    f"{_PREFIX}inference.boto3_mixin": mentioned(
        "Boto3ConnectorMixin CustomException convert_floats_with_no_fraction_to_ints sorted_dict_str"
    ),
    f"{_PREFIX}inference.boto3_task": defined("boto", _BOTO),
    f"{_PREFIX}inference.connector": mentioned("SageMakerEndpointConnector SageMakerEndpointMetadata"),
    f"{_PREFIX}inference.pythonic_base": {
        **defined("sagemaker_functions", "PythonicJobConfig PythonicSageMakerJobTask"),
        **mentioned("PythonicJobMetadata PythonicSageMakerJobConnector"),
    },
    f"{_PREFIX}inference.task": defined("sagemaker", _INFERENCE),
    f"{_PREFIX}inference.workflow": defined(
        "sagemaker_deployment", f"{_WORKFLOWS} append_token create_delete_task create_deployment_task"
    ),
    **_jobs("batch_transform", "Transform"),
    **_jobs("hyperparameter_tuning", "HyperParameterTuning"),
    **_jobs("inference_recommender", "InferenceRecommender"),
    **_jobs(
        "processing", "Processing", "SageMakerProcessing SageMakerProcessingTask", "SageMakerProcessingTaskConnector"
    ),
    **_jobs("training", "Training", "SageMakerTraining SageMakerTrainingTask", "SageMakerTrainingTaskConnector"),
}

TASK_PLUGINS: Mapping[str, Mapping[str, str]] = {
    "awssagemaker_processing": configs("sagemaker_functions", SageMakerProcessing="SageMakerProcessingTask"),
    "awssagemaker_training": configs("sagemaker_functions", SageMakerTraining="SageMakerTrainingTask"),
}
