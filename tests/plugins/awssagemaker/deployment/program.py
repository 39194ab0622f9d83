"""Endpoints that workflows set up and take down, with and without what is decided at run time."""

from flytekit import kwtypes
from flytekitplugins.awssagemaker_inference import (
    create_sagemaker_deployment,
    delete_sagemaker_deployment,
    triton_image_uri,
)

REGION = "us-east-2"


def variant(**more):
    return {"VariantName": "v", "InitialInstanceCount": 1, "InstanceType": "ml.m4.xlarge", **more}


deployment = create_sagemaker_deployment(
    name="xgboost",
    model_input_types=kwtypes(model_path=str, execution_role_arn=str),
    model_config={
        "ExecutionRoleArn": "{inputs.execution_role_arn}",
        "PrimaryContainer": {"Image": "{images.primary_container_image}", "ModelDataUrl": "{inputs.model_path}"},
    },
    endpoint_config_input_types=kwtypes(instance_type=str),
    endpoint_config_config={
        "ProductionVariants": [variant(InstanceType="{inputs.instance_type}")],
        "AsyncInferenceConfig": {"OutputConfig": {"S3OutputPath": "s3://bucket/outputs"}},
    },
    endpoint_config={},
    images={"primary_container_image": triton_image_uri(version="21.08")},
    region=REGION,
)

deletion = delete_sagemaker_deployment(name="xgboost", region=REGION)

shared = kwtypes(role=str)
at_runtime = create_sagemaker_deployment(
    name="llama",
    model_input_types=shared,
    model_config={"ModelName": "llama", "ExecutionRoleArn": "{inputs.role}"},
    endpoint_config_input_types=shared,
    endpoint_config_config={"EndpointConfigName": "llama-config", "ProductionVariants": [variant(ModelName="llama")]},
    endpoint_config={"EndpointName": "llama", "EndpointConfigName": "llama-config"},
    region_at_runtime=True,
)

endpoint = {"EndpointName": "bert"}
no_token = create_sagemaker_deployment("bert", {}, {}, endpoint, region=REGION, idempotence_token=False)
same_dicts = create_sagemaker_deployment("bert-2", {}, {"ProductionVariants": []}, endpoint, region=REGION)

deletion_at_runtime = delete_sagemaker_deployment("llama", region_at_runtime=True)
