"""Single calls of SageMaker and of other services."""

from flytekit import ImageSpec, TaskMetadata, kwtypes, workflow
from flytekitplugins.awssagemaker_inference import (
    BotoConfig,
    BotoTask,
    SageMakerDeleteEndpointConfigTask,
    SageMakerDeleteEndpointTask,
    SageMakerDeleteModelTask,
    SageMakerEndpointConfigTask,
    SageMakerEndpointTask,
    SageMakerInvokeEndpointTask,
    SageMakerModelTask,
)

model = SageMakerModelTask(
    name="model",
    config={"ModelName": "{inputs.name}", "PrimaryContainer": {"Image": "{images.ours}", "Mode": "MultiModel"}},
    region="eu-west-1",
    images={
        "ours": ImageSpec(name="model", base_image="example.org/base:1", builder="noop"),
        "other": "example.org/b:2",
    },
    inputs=kwtypes(name=str),
    metadata=TaskMetadata(retries=2),
)
endpoint_config = SageMakerEndpointConfigTask(name="endpoint-config", config={"Count": 1, "On": True, "Ratio": 0.5})
endpoint = SageMakerEndpointTask(
    name="endpoint", config={"EndpointName": "e"}, region="eu-west-1", inputs=kwtypes(n=int)
)
invoke = SageMakerInvokeEndpointTask(
    name="invoke",
    config={"EndpointName": "{inputs.endpoint_name}", "InputLocation": "s3://sagemaker-agent-xgboost/inference_input"},
    region="us-east-2",
    inputs=kwtypes(endpoint_name=str),
)
delete_endpoint = SageMakerDeleteEndpointTask("delete-endpoint", {"EndpointName": "e"}, "us-east-2")
delete_config = SageMakerDeleteEndpointConfigTask("delete-config", {"EndpointConfigName": "c"}, "us-east-2")
delete_model = SageMakerDeleteModelTask("delete-model", {"ModelName": "m"}, "us-east-2", inputs=kwtypes(a=str))
describe = BotoTask(
    name="describe",
    task_config=BotoConfig(service="ec2", method="describe_instances", config={"Filters": []}, region="us-east-2"),
)


@workflow
def wf(name: str = "m") -> dict:
    made = model(name=name)
    made >> endpoint_config() >> endpoint(n=1)
    invoke(endpoint_name=made.idempotence_token)
    delete_endpoint() >> delete_config() >> delete_model(a=name)
    return describe().result
