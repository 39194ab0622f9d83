"""Models that are served beside a task: pod templates for NIM, Ollama and vLLM."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from flytec.authoring.arguments import takes
from flytec.authoring.default_images import DefaultImages
from flytec.authoring.pod_template import PodTemplate
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.plugins import inference_scripts as scripts

_KINDS: dict[str, Any] = {
    "image": str,
    "health_endpoint": str,
    "mem": str,
    "ephemeral_storage": str,
    "shm_size": str,
    "env": dict[str, str],
    "hf_repo_ids": list[str],
    "lora_adapter_mem": str,
}


def _models() -> Any:
    """Kubernetes' client where it is installed, else what stands for it."""
    return import_module("kubernetes.client.models")


class ModelInferenceTemplate:
    """A pod with a server of models beside the container of the task."""

    def __init__(
        self,
        image: str | None = None,
        health_endpoint: str | None = None,
        port: int = 8000,
        cpu: int = 1,
        gpu: int = 1,
        mem: str = "1Gi",
        ephemeral_storage: str = "1Gi",
        env: dict[str, str] | None = None,
        download_inputs: bool = False,
        download_inputs_mem: str = "500Mi",
        download_inputs_cpu: int = 2,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        self._port = port
        resources = {"cpu": cpu, "nvidia.com/gpu": gpu, "memory": mem, "ephemeral-storage": ephemeral_storage}
        self._pod_template = PodTemplate()
        self._pod_template.pod_spec = _pod_spec(image, health_endpoint, port, resources, env)
        if download_inputs:
            self._init_containers.append(_downloader(download_inputs_cpu, download_inputs_mem))

    @property
    def _init_containers(self) -> list[Any]:
        containers: list[Any] = self._pod_template.pod_spec.init_containers
        return containers

    @property
    def pod_template(self) -> PodTemplate:
        """The template, to be given to a task."""
        return self._pod_template

    @property
    def base_url(self) -> str:
        """Where the task reaches the server."""
        return f"http://localhost:{self._port}"


def _pod_spec(
    image: str | None, health_endpoint: str | None, port: int, resources: dict[str, Any], env: dict[str, str] | None
) -> Any:
    k8s = _models()
    probe = None
    if health_endpoint:
        # Servers take long to start.
        probe = k8s.V1Probe(http_get=k8s.V1HTTPGetAction(path=health_endpoint, port=port), failure_threshold=100)
    server = k8s.V1Container(
        name="model-server",
        image=image,
        ports=[k8s.V1ContainerPort(container_port=port)],
        resources=_same(resources),
        restart_policy="Always",  # which makes it run beside the task
        env=[k8s.V1EnvVar(name=name, value=value) for name, value in env.items()] if env else None,
        startup_probe=probe,
    )
    volumes = [k8s.V1Volume(name=name, empty_dir={}) for name in ("shared-data", "tmp")]
    return k8s.V1PodSpec(containers=[], init_containers=[server], volumes=volumes)


def _downloader(cpu: int, mem: str) -> Any:
    k8s = _models()
    return k8s.V1Container(
        name="input-downloader",
        image=DefaultImages.default_image(),
        command=["/bin/sh", "-c"],
        args=[f'python3 -c "{scripts.DOWNLOAD_INPUTS}" {{{{.input}}}}'],
        volume_mounts=_shared_mounts(),
        resources=_same({"cpu": cpu, "memory": mem}),
    )


def _shared_mounts() -> list[Any]:
    mounts = {"shared-data": "/shared", "tmp": "/tmp"}
    return [_models().V1VolumeMount(name=name, mount_path=path) for name, path in mounts.items()]


def _same(quantities: dict[str, Any]) -> Any:
    """Requests and limits that are the same.

    The plug-in gives numbers, which Kubernetes' client took and put into the message until it began to ask for text.
    The container has such a client, for the plug-in does not load with a later one: so there is no check here.
    """
    kind = _models().V1ResourceRequirements
    return getattr(kind, "model_construct", kind)(requests=quantities, limits=dict(quantities))


@takes("NIMSecrets", "ngc_secret_key", "secrets_prefix", ngc_secret_key=str, secrets_prefix=str)
@dataclass
class NIMSecrets:
    """The keys for NVIDIA's images and for Hugging Face, and what the names of mounted secrets begin with."""

    ngc_secret_key: str
    secrets_prefix: str
    ngc_image_secret: str | None = None
    ngc_secret_group: str | None = None
    hf_token_group: str | None = None
    hf_token_key: str | None = None


@takes("NIM", "secrets", secrets=NIMSecrets, **_KINDS)
class NIM(ModelInferenceTemplate):
    """A server of NVIDIA's."""

    def __init__(
        self,
        secrets: NIMSecrets,
        image: str = "nvcr.io/nim/meta/llama3-8b-instruct:1.0.0",
        health_endpoint: str = "v1/health/ready",
        port: int = 8000,
        cpu: int = 1,
        gpu: int = 1,
        mem: str = "20Gi",
        ephemeral_storage: str = "20Gi",
        shm_size: str = "16Gi",
        env: dict[str, str] | None = None,
        hf_repo_ids: list[str] | None = None,
        lora_adapter_mem: str | None = None,
    ) -> None:
        """Every argument is the plug-in's of the same name.

        Raises:
            UserError: FTC201 for adapters without memory or place.
        """
        super().__init__(
            image=image,
            health_endpoint=health_endpoint,
            port=port,
            cpu=cpu,
            gpu=gpu,
            mem=mem,
            ephemeral_storage=ephemeral_storage,
            env=env,
        )
        k8s, spec, server = _models(), self._pod_template.pod_spec, self._init_containers[0]
        memory = k8s.V1EmptyDirVolumeSource(medium="Memory", size_limit=shm_size)
        spec.volumes = [k8s.V1Volume(name="dshm", empty_dir=memory), k8s.V1Volume(name="cache", empty_dir={})]
        if secrets.ngc_image_secret:
            spec.image_pull_secrets = [k8s.V1LocalObjectReference(name=secrets.ngc_image_secret)]
        key = _variable(secrets.secrets_prefix, secrets.ngc_secret_group, secrets.ngc_secret_key)
        server.env = [*(server.env or ()), k8s.V1EnvVar(name="NGC_API_KEY", value=key)]
        server.volume_mounts = [
            k8s.V1VolumeMount(name="dshm", mount_path="/dev/shm"),
            k8s.V1VolumeMount(name="cache", mount_path="/opt/nim/.cache"),
        ]
        server.security_context = k8s.V1SecurityContext(run_as_user=1000)
        if hf_repo_ids:
            self._download_loras(secrets, hf_repo_ids, lora_adapter_mem)

    def _download_loras(self, secrets: NIMSecrets, repositories: list[str], mem: str | None) -> None:
        k8s, server = _models(), self._init_containers[0]
        if not mem:
            raise _invalid("hf_repo_ids of NIM are given without lora_adapter_mem, the memory to download them with")
        path = next((row.value for row in server.env if row.name == "NIM_PEFT_SOURCE"), None)
        if path is None:
            raise _invalid("hf_repo_ids of NIM are given without NIM_PEFT_SOURCE in env, the folder to put them into")
        token = secrets.hf_token_key or ""
        if secrets.hf_token_group:
            token = f"{secrets.hf_token_group}_{secrets.hf_token_key}"
        mount = k8s.V1VolumeMount(name="lora", mount_path=path)
        self._pod_template.pod_spec.volumes.append(k8s.V1Volume(name="lora", empty_dir={}))
        server.volume_mounts.append(mount)
        script = scripts.download_loras(repositories, path, f"{secrets.secrets_prefix}{token.upper()}")
        loader = k8s.V1Container(
            name="download-loras",
            image="python:3.12-alpine",
            command=["sh", "-c", script],
            resources=_same({"cpu": 1, "memory": mem}),
            volume_mounts=[k8s.V1VolumeMount(name="lora", mount_path=path)],
        )
        self._init_containers.insert(0, loader)


@takes("Model", "name", name=str, mem=str, modelfile=str)
@dataclass
class Model:
    """A model of Ollama's: its name, what fetching it takes, and the file that makes it of others."""

    name: str
    mem: str = "500Mi"
    cpu: int = 1
    modelfile: str | None = None


@takes("Ollama", "model", model=Model, **_KINDS, download_inputs_mem=str)
class Ollama(ModelInferenceTemplate):
    """A server of Ollama's."""

    def __init__(
        self,
        *,
        model: Model,
        image: str = "ollama/ollama",
        port: int = 11434,
        cpu: int = 1,
        gpu: int = 1,
        mem: str = "15Gi",
        download_inputs_mem: str = "500Mi",
        download_inputs_cpu: int = 2,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(
            image=image,
            port=port,
            cpu=cpu,
            gpu=gpu,
            mem=mem,
            download_inputs_mem=download_inputs_mem,
            download_inputs_cpu=download_inputs_cpu,
            download_inputs=bool(model.modelfile and "{inputs" in model.modelfile),
        )
        script = scripts.fetch_model(model.name, model.modelfile, self.base_url)
        fetcher = _models().V1Container(
            name="create-model" if model.modelfile else "pull-model",
            image="python:3.11-slim",
            command=["/bin/sh", "-c"],
            args=[f'pip install requests && pip install ollama==0.3.3 && python3 -c "{script}"'],
            resources=_same({"cpu": model.cpu, "memory": model.mem}),
            security_context=_models().V1SecurityContext(run_as_user=0),
            volume_mounts=_shared_mounts(),
        )
        self._init_containers.append(fetcher)


@takes("HFSecret", "secrets_prefix", "hf_token_key", secrets_prefix=str, hf_token_key=str, hf_token_group=str)
@dataclass
class HFSecret:
    """The key for Hugging Face, and what the names of mounted secrets begin with."""

    secrets_prefix: str
    hf_token_key: str
    hf_token_group: str | None = None


@takes("VLLM", "hf_secret", hf_secret=HFSecret, arg_dict=dict[str, object], **_KINDS)
class VLLM(ModelInferenceTemplate):
    """A server of vLLM's; `arg_dict` has its options."""

    def __init__(
        self,
        hf_secret: HFSecret,
        arg_dict: dict[str, Any] | None = None,
        image: str = "vllm/vllm-openai",
        health_endpoint: str = "/health",
        port: int = 8000,
        cpu: int = 2,
        gpu: int = 1,
        mem: str = "10Gi",
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(image=image, health_endpoint=health_endpoint, port=port, cpu=cpu, gpu=gpu, mem=mem)
        self._arg_dict = arg_dict
        server = self._init_containers[0]
        key = _variable(hf_secret.secrets_prefix, hf_secret.hf_token_group, hf_secret.hf_token_key)
        server.env = [_models().V1EnvVar(name="HUGGING_FACE_HUB_TOKEN", value=key)]
        server.args = self.build_vllm_args()

    def build_vllm_args(self) -> list[str]:
        """The options as arguments; one without a value has none."""
        arguments = []
        for name, value in (self._arg_dict or {}).items():
            arguments.append(f"--{name}")
            if value is not None:
                arguments.append(str(value))
        return arguments


def _variable(prefix: str, group: str | None, key: str) -> str:
    """The value of a mounted secret, as a container's variables name it."""
    return f"$({prefix}{group}_{key})".upper() if group else f"$({prefix}{key})".upper()


def _invalid(message: str) -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location())
