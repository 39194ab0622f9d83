"""Endpoints of every kind, and their deletion."""

from flytekit import task, workflow
from flytekitplugins.dgxc_lepton import (
    EndpointEngineConfig,
    EndpointType,
    EnvironmentConfig,
    LeptonEndpointConfig,
    LeptonEndpointDeletionTask,
    LeptonEndpointDeploymentTask,
    MountReader,
    ScalingConfig,
    ScalingType,
    lepton_endpoint_deletion_task,
    lepton_endpoint_deployment_task,
)

MACHINES = {"resource_shape": "gpu.1xh200", "node_group": "nodes"}

vllm = LeptonEndpointConfig(
    endpoint_name="vllm",
    endpoint_config=EndpointEngineConfig.vllm(checkpoint_path="nvidia/model", tensor_parallel_size=2),
    scaling=ScalingConfig.traffic(min_replicas=1, max_replicas=2, timeout=1800, scale_to_zero=True),
    environment=EnvironmentConfig.create(LOG="debug", env_vars={"A": "b"}, secrets={"HF_TOKEN": "hf"}),
    mounts=MountReader.node_nfs(("/shared", "/opt/nim"), ("/a", "/b", False), storage_name="fs"),
    api_token_secret="token",
    initial_delay_seconds=5,
    liveness_timeout=6,
    readiness_delay=7,
    image_pull_secrets=["registry"],
    endpoint_readiness_timeout=1800,
    **MACHINES,
)
sglang = LeptonEndpointConfig(
    endpoint_name="sglang",
    endpoint_config=EndpointEngineConfig(EndpointType.SGLANG, "example.org/sglang:1", extra_args="--x"),
    scaling=ScalingConfig.gpu(target_utilization=80),
    environment={"A": "b"},
    mounts=[{"path": "/a"}],
    api_token="plain",
    liveness_timeout=6,
    **MACHINES,
)
sglang_in_full = EndpointEngineConfig.sglang("s:1", "m", "served", 2, 3, "--y", 9000)
nim = LeptonEndpointConfig(
    endpoint_name="nim",
    endpoint_config=EndpointEngineConfig.nim(image="nvcr.io/nim:1"),
    scaling=ScalingConfig.qpm(target_qpm=100.5, min_replicas=2, max_replicas=4),
    environment=EnvironmentConfig.from_secrets(NGC="ngc"),
    mounts=MountReader([]),
    **MACHINES,
)
custom = LeptonEndpointConfig(
    endpoint_name="custom",
    endpoint_config=EndpointEngineConfig.custom("example.org/c:1", command=["run"], port=8000),
    scaling=ScalingConfig(ScalingType.TRAFFIC),
    environment=EnvironmentConfig.from_env(),
    readiness_delay=7,
    **MACHINES,
)

deploy_nim = LeptonEndpointDeploymentTask(config=nim, name="deploy-nim")
deploy_sglang = LeptonEndpointDeploymentTask(LeptonEndpointConfig("s", "a", "b", sglang_in_full), name="sglang-in-full")
deploy_custom = LeptonEndpointDeploymentTask(custom)
delete_custom = LeptonEndpointDeletionTask("custom")


@task
def report(address: str) -> str:
    return address


@workflow
def wf() -> str:
    address = lepton_endpoint_deployment_task(config=vllm, task_name="deploy-vllm")
    lepton_endpoint_deployment_task(sglang, "deploy-sglang")
    deploy_nim()
    deploy_custom() >> delete_custom()
    lepton_endpoint_deletion_task(endpoint_name="vllm", task_name="delete-vllm")
    return report(address=address)
