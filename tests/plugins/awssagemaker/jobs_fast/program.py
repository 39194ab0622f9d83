"""Jobs that a request describes, and functions that run as jobs."""

from flytekit import ImageSpec, Resources, kwtypes, task, workflow
from flytekitplugins.awssagemaker_batch_transform import (
    SageMakerDescribeTransformJobTask,
    SageMakerStopTransformJobTask,
    SageMakerTransformJobTask,
)
from flytekitplugins.awssagemaker_hyperparameter_tuning import (
    SageMakerDescribeHyperParameterTuningJobTask,
    SageMakerHyperParameterTuningJobTask,
    SageMakerStopHyperParameterTuningJobTask,
)
from flytekitplugins.awssagemaker_inference_recommender import (
    SageMakerDescribeInferenceRecommenderJobTask,
    SageMakerInferenceRecommenderJobTask,
    SageMakerStopInferenceRecommenderJobTask,
)
from flytekitplugins.awssagemaker_processing import (
    SageMakerDescribeProcessingJobTask,
    SageMakerProcessing,
    SageMakerProcessingJobTask,
    SageMakerStopProcessingJobTask,
)
from flytekitplugins.awssagemaker_training import (
    SageMakerDescribeTrainingJobTask,
    SageMakerStopTrainingJobTask,
    SageMakerTraining,
    SageMakerTrainingJobTask,
)

ROLE = "arn:aws:iam::123456789012:role/sagemaker"
IMAGE = ImageSpec(name="train", base_image="example.org/base:1", builder="noop")

train = SageMakerTrainingJobTask(
    name="train",
    config={
        "TrainingJobName": "train-{idempotence_token}",
        "AlgorithmSpecification": {"TrainingImage": "{images.xgboost}", "TrainingInputMode": "File"},
        "InputDataConfig": [{"ChannelName": "train", "S3Uri": "{inputs.data}"}],
    },
    region="us-east-2",
    images={"xgboost": IMAGE},
    inputs=kwtypes(data=str),
)
process = SageMakerProcessingJobTask("process", {"ProcessingJobName": "p"}, "us-east-2", {"a": "example.org/a:1"})
tune = SageMakerHyperParameterTuningJobTask("tune", {"HyperParameterTuningJobName": "t"}, inputs=kwtypes(depth=int))
transform = SageMakerTransformJobTask("transform", {"ModelName": "{inputs.model}"}, "us-east-2", kwtypes(model=str))
recommend = SageMakerInferenceRecommenderJobTask("recommend", {"JobType": "Default"}, "us-east-2")

helpers = {
    kind.__name__: kind(kind.__name__, {"Name": "{inputs.name}"}, "us-east-2", kwtypes(name=str))
    for kind in (
        *(SageMakerStopTrainingJobTask, SageMakerDescribeTrainingJobTask),
        *(SageMakerStopProcessingJobTask, SageMakerDescribeProcessingJobTask),
        *(SageMakerStopHyperParameterTuningJobTask, SageMakerDescribeHyperParameterTuningJobTask),
        *(SageMakerStopTransformJobTask, SageMakerDescribeTransformJobTask),
        *(SageMakerStopInferenceRecommenderJobTask, SageMakerDescribeInferenceRecommenderJobTask),
    )
}


@task(
    task_config=SageMakerTraining(
        execution_role_arn=ROLE,
        region="us-east-2",
        instance_type="ml.g5.xlarge",
        volume_size_in_gb=50,
        max_runtime_in_seconds=7200,
        environment={"A": "b"},
        kms_key_id="key",
        tags={"team": "ml"},
        job_name_prefix="ours-",
        output_s3_path="s3://bucket/models",
        vpc_config={"Subnets": ["a"], "SecurityGroupIds": ["b"]},
    ),
    container_image=IMAGE,
    requests=Resources(cpu="1"),
)
def train_here(epochs: int) -> float:
    return 0.5


@task(
    task_config=SageMakerProcessing(ROLE, "us-east-2", network_config={"EnableNetworkIsolation": True}),
    container_image="123456789012.dkr.ecr.us-east-2.amazonaws.com/ours:1",
)
def process_here(path: str) -> str:
    return path


@task(task_config=SageMakerTraining(ROLE, "us-east-2"), container_image=ImageSpec(name="no-base", builder="noop"))
def on_flytekits() -> None: ...


@workflow
def wf(data: str) -> dict:
    on_flytekits()
    train_here(epochs=3)
    process() >> tune(depth=3) >> transform(model=process_here(path=data)) >> recommend()
    return train(data=data)
