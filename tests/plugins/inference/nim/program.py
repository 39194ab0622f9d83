"""Models that NVIDIA's servers serve."""

from flytekit import Resources, Secret, task, workflow
from flytekitplugins.inference import NIM, NIMSecrets

plain = NIM(secrets=NIMSecrets(ngc_secret_key="ngc-key", secrets_prefix="_FSEC_"))

full = NIM(
    image="nvcr.io/nim/meta/llama3-8b-instruct:1.0.1",
    health_endpoint="v1/health/live",
    port=8001,
    cpu=2,
    gpu=2,
    mem="30Gi",
    ephemeral_storage="40Gi",
    shm_size="8Gi",
    env={"NIM_PEFT_SOURCE": "/home/nvs/loras", "NIM_LOG_LEVEL": "INFO"},
    hf_repo_ids=["acme/lora-a", "lora-b"],
    lora_adapter_mem="500Mi",
    secrets=NIMSecrets(
        ngc_image_secret="nvcrio-cred",
        ngc_secret_key="key",
        ngc_secret_group="ngc",
        secrets_prefix="_UNION_",
        hf_token_group="hf",
        hf_token_key="token",
    ),
)
grouped = NIM(
    env={"NIM_PEFT_SOURCE": "/loras"},
    hf_repo_ids=["one"],
    lora_adapter_mem="1Gi",
    secrets=NIMSecrets("k", "_FSEC_", hf_token_key="token"),
)


@task(
    container_image="ghcr.io/acme/app:v1",
    pod_template=full.pod_template,
    secret_requests=[Secret(group="ngc", key="key")],
    requests=Resources(gpu="0"),
)
def model_serving() -> str:
    return full.base_url


@task(pod_template=plain.pod_template)
def small() -> str:
    return plain.base_url


@task(pod_template=grouped.pod_template)
def another() -> str:
    return ""


@workflow
def wf() -> str:
    model_serving()
    another()
    return small()
