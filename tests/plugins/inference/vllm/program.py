"""Models that vLLM serves."""

from flytekit import Secret, task, workflow
from flytekitplugins.inference import VLLM, HFSecret

full = VLLM(
    image="vllm/vllm-openai:v0.6",
    health_endpoint="/ready",
    port=8080,
    cpu=4,
    gpu=2,
    mem="20Gi",
    hf_secret=HFSecret(secrets_prefix="_FSEC_", hf_token_group="vllm_group", hf_token_key="vllm_token"),
    arg_dict={"model": "google/gemma-2b-it", "dtype": "half", "max-model-len": 2000, "trust-remote-code": None},
)
plain = VLLM(HFSecret("_UNION_", "token"))


@task(pod_template=full.pod_template, secret_requests=[Secret(group="vllm_group", key="vllm_token")])
def model_serving() -> str:
    return full.base_url


@task(pod_template=plain.pod_template)
def small() -> str:
    return plain.base_url


@workflow
def wf() -> str:
    model_serving()
    return small()
