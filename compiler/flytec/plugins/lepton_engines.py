"""What runs at an endpoint of DGXC Lepton, how much of it there is, and what is in its containers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error

_MODEL = "meta-llama/Llama-3.1-8B-Instruct"


class EndpointType(Enum):
    """What serves the model."""

    CUSTOM = "custom"
    VLLM = "vllm"
    NIM = "nim"
    SGLANG = "sglang"


# What each kind says of the model that it serves, by the name that it has in the plug-in's data.
_SERVED = ("checkpoint_path", "served_model_name", "tensor_parallel_size", "data_parallel_size", "extra_args")
_SAID = {EndpointType.VLLM: (*_SERVED, "pipeline_parallel_size"), EndpointType.SGLANG: _SERVED}
_DEFAULTS: dict[str, Any] = {
    "checkpoint_path": _MODEL,
    "served_model_name": "default-model",
    "tensor_parallel_size": 1,
    "pipeline_parallel_size": 1,
    "data_parallel_size": 1,
    "extra_args": "",
}
_USUAL_PORT, _PORT_OF_CUSTOM = 8000, 8080


@dataclass(frozen=True)
class EndpointEngineConfig:
    """A server and what it serves."""

    endpoint_type: EndpointType
    image: str
    port: int = _USUAL_PORT
    checkpoint_path: str | None = None
    served_model_name: str | None = None
    tensor_parallel_size: int | None = None
    pipeline_parallel_size: int | None = None
    data_parallel_size: int | None = None
    extra_args: str | None = None
    command: list[str] | None = None

    def __post_init__(self) -> None:
        for name in _SAID.get(self.endpoint_type, ()):
            if getattr(self, name) is None:
                object.__setattr__(self, name, _DEFAULTS[name])
        if self.endpoint_type is EndpointType.CUSTOM and self.port == _USUAL_PORT:
            object.__setattr__(self, "port", _PORT_OF_CUSTOM)

    def to_dict(self) -> dict[str, Any]:
        """The server as JSON data."""
        names = _SAID.get(self.endpoint_type, ())
        data = {"image": self.image, "port": self.port, **{name: getattr(self, name) for name in names}}
        if self.endpoint_type is EndpointType.CUSTOM and self.command:
            data["command"] = self.command
        return data

    @classmethod
    def vllm(
        cls,
        image: str = "vllm/vllm-openai:latest",
        checkpoint_path: str = _MODEL,
        served_model_name: str = "default-model",
        tensor_parallel_size: int = 1,
        pipeline_parallel_size: int = 1,
        data_parallel_size: int = 1,
        extra_args: str = "",
        port: int = _USUAL_PORT,
    ) -> EndpointEngineConfig:
        """One of vLLM."""
        sizes = tensor_parallel_size, pipeline_parallel_size, data_parallel_size
        return cls(EndpointType.VLLM, image, port, checkpoint_path, served_model_name, *sizes, extra_args)

    @classmethod
    def sglang(
        cls,
        image: str = "lmsysorg/sglang:latest",
        checkpoint_path: str = _MODEL,
        served_model_name: str = "default-model",
        tensor_parallel_size: int = 1,
        data_parallel_size: int = 1,
        extra_args: str = "",
        port: int = _USUAL_PORT,
    ) -> EndpointEngineConfig:
        """One of SGLang."""
        sizes = tensor_parallel_size, None, data_parallel_size
        return cls(EndpointType.SGLANG, image, port, checkpoint_path, served_model_name, *sizes, extra_args)

    @classmethod
    def nim(cls, image: str, port: int = _USUAL_PORT) -> EndpointEngineConfig:
        """One of NIM."""
        return cls(endpoint_type=EndpointType.NIM, image=image, port=port)

    @classmethod
    def custom(cls, image: str, command: list[str] | None = None, port: int = _PORT_OF_CUSTOM) -> EndpointEngineConfig:
        """A container of the user's own."""
        return cls(endpoint_type=EndpointType.CUSTOM, image=image, port=port, command=command)


class ScalingType(Enum):
    """What the number of replicas follows."""

    TRAFFIC = "traffic"
    GPU = "gpu"
    QPM = "qpm"


@dataclass(frozen=True)
class ScalingConfig:
    """How many replicas there are.

    Raises:
        UserError: FTC201 for a goal that is missing or out of range.
    """

    scaling_type: ScalingType
    min_replicas: int = 1
    max_replicas: int = 2
    timeout: int | None = None
    scale_to_zero: bool | None = None
    target_utilization: int | None = None
    target_qpm: float | None = None

    def __post_init__(self) -> None:
        match self.scaling_type:
            case ScalingType.TRAFFIC:
                object.__setattr__(self, "timeout", 3600 if self.timeout is None else self.timeout)
                object.__setattr__(self, "scale_to_zero", bool(self.scale_to_zero))
            case ScalingType.GPU if self.target_utilization is None or not 1 <= self.target_utilization <= 100:
                raise invalid(f"target_utilization is {self.target_utilization!r}, expected a number from 1 to 100")
            case ScalingType.QPM if self.target_qpm is None or self.target_qpm <= 0:
                raise invalid(f"target_qpm is {self.target_qpm!r}, expected a number above 0")

    def to_dict(self) -> dict[str, Any]:
        """The scaling as JSON data: what it does not follow is zero."""
        follows = self.scaling_type
        by_traffic = follows is ScalingType.TRAFFIC
        return {
            "scale_down": {
                "no_traffic_timeout": self.timeout if by_traffic else 0,
                "scale_from_zero": self.scale_to_zero if by_traffic else False,
            },
            "target_gpu_utilization_percentage": self.target_utilization if follows is ScalingType.GPU else 0,
            "target_throughput": {
                "qpm": self.target_qpm if follows is ScalingType.QPM else 0,
                "paths": [],
                "methods": [],
            },
        }

    def get_replica_config(self) -> dict[str, int]:
        """Least and most replicas."""
        return {"min_replicas": self.min_replicas, "max_replicas": self.max_replicas}

    @classmethod
    def traffic(
        cls, min_replicas: int = 1, max_replicas: int = 2, timeout: int = 3600, scale_to_zero: bool = False
    ) -> ScalingConfig:
        """One that follows the traffic."""
        return cls(ScalingType.TRAFFIC, min_replicas, max_replicas, timeout, scale_to_zero)

    @classmethod
    def gpu(cls, target_utilization: int, min_replicas: int = 1, max_replicas: int = 3) -> ScalingConfig:
        """One that follows how busy the GPUs are, in per cent."""
        return cls(ScalingType.GPU, min_replicas, max_replicas, target_utilization=target_utilization)

    @classmethod
    def qpm(cls, target_qpm: float, min_replicas: int = 1, max_replicas: int = 3) -> ScalingConfig:
        """One that follows the queries per minute."""
        return cls(ScalingType.QPM, min_replicas, max_replicas, target_qpm=target_qpm)


@dataclass(frozen=True)
class EnvironmentConfig:
    """Environment variables, plain ones and names of secrets."""

    env_vars: dict[str, str] = None  # type: ignore[assignment]  # the plug-in's
    secrets: dict[str, str] = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        for name in ("env_vars", "secrets"):
            if getattr(self, name) is None:
                object.__setattr__(self, name, {})

    def to_dict(self) -> dict[str, Any]:
        """The variables as JSON data."""
        secrets = {name: {"value_from": {"secret_name_ref": secret}} for name, secret in self.secrets.items()}
        return {**self.env_vars, **secrets}

    @classmethod
    def create(
        cls, env_vars: dict[str, str] | None = None, secrets: dict[str, str] | None = None, **kwargs: str
    ) -> EnvironmentConfig:
        """Variables, given as a dict or by name, and secrets."""
        return cls(env_vars={**(env_vars or {}), **kwargs}, secrets=secrets or {})

    @classmethod
    def from_secrets(cls, **secret_mapping: str) -> EnvironmentConfig:
        """Secrets alone."""
        return cls(secrets=secret_mapping)

    @classmethod
    def from_env(cls, **env_vars: str) -> EnvironmentConfig:
        """Plain variables alone."""
        return cls(env_vars=env_vars)


@dataclass(frozen=True)
class MountReader:
    """Folders in the containers."""

    mounts: list[dict[str, Any]]

    def to_dict(self) -> list[dict[str, Any]]:
        """The mounts as JSON data."""
        return self.mounts

    @classmethod
    def node_nfs(cls, *path_pairs: tuple[Any, ...], storage_name: str = "lepton-shared-fs") -> MountReader:
        """Folders of NFS, each with its place in the container, and whether it is there.

        Raises:
            UserError: FTC201 for anything but two or three parts.
        """
        mounts = []
        for pair in path_pairs:
            if len(pair) not in (2, 3):
                raise invalid(f"a mount is {pair!r}, expected (cache_path, mount_path) or (..., enabled)")
            cache_path, mount_path, enabled = (*pair, True)[:3]
            source = f"node-nfs:{storage_name}"
            mounts.append(
                {"enabled": enabled, "cache_path": cache_path, "mount_path": mount_path, "storage_source": source}
            )
        return cls(mounts=mounts)


def invalid(message: str) -> UserError:
    """FTC201 for an endpoint that Lepton could not have."""
    return user_error(INVALID_DECLARATION, f"{message}, for an endpoint of Lepton", at=caller_location())
