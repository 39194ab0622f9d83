"""DGXC Lepton: endpoints that a connector deploys and deletes (`flytekitplugins.dgxc_lepton`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.interface import Interface
from flytec.authoring.task import PythonTask
from flytec.plugins.lepton_engines import EndpointEngineConfig, EnvironmentConfig, MountReader, ScalingConfig, invalid

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

_REQUIRED = ("endpoint_name", "resource_shape", "node_group")


@takes(
    "LeptonEndpointConfig",
    *(*_REQUIRED, "endpoint_config"),
    **dict.fromkeys(_REQUIRED, str),
    endpoint_config=EndpointEngineConfig,
    scaling=ScalingConfig,
    environment=(EnvironmentConfig, dict),
    mounts=(MountReader, list),
    image_pull_secrets=list[str],
)
@dataclass(frozen=True)
class LeptonEndpointConfig:
    """An endpoint: its name, its machines and what runs on them.

    Raises:
        UserError: FTC201 for a name that is empty, and for two tokens.
    """

    endpoint_name: str
    resource_shape: str
    node_group: str
    endpoint_config: EndpointEngineConfig
    scaling: ScalingConfig | None = None
    environment: EnvironmentConfig | dict[str, str] | None = None
    mounts: MountReader | list[dict[str, Any]] | None = None
    api_token: str | None = None
    api_token_secret: str | None = None
    initial_delay_seconds: int | None = None
    liveness_timeout: int | None = None
    readiness_delay: int | None = None
    image_pull_secrets: list[str] | None = None
    endpoint_readiness_timeout: int | None = None

    def __post_init__(self) -> None:
        for name in _REQUIRED:
            if not getattr(self, name):
                raise invalid(f"{name} is empty")
        if self.api_token and self.api_token_secret:
            raise invalid("api_token and api_token_secret are both set, expected one of them")

    def to_dict(self) -> dict[str, Any]:
        """The endpoint as JSON data: what is not given has no place in it."""
        given = {
            "env_vars": _plain(self.environment),
            "api_tokens": self._tokens(),
            "auto_scaler": _plain(self.scaling),
            "health_config": self._health(),
            "image_pull_secrets": self.image_pull_secrets,
            "endpoint_readiness_timeout": self.endpoint_readiness_timeout,
        }
        return {
            "deployment_type": self.endpoint_config.endpoint_type.value,
            **{name: getattr(self, name) for name in _REQUIRED},
            "operation": "deploy",
            **self.endpoint_config.to_dict(),
            **{name: value for name, value in given.items() if value},
            **({"mounts": _plain(self.mounts)} if self.mounts else {}),
            **(self.scaling.get_replica_config() if self.scaling else {}),
        }

    def _tokens(self) -> list[dict[str, Any]]:
        if self.api_token:
            return [{"value": self.api_token}]
        return [{"value_from": {"secret_name_ref": self.api_token_secret}}] if self.api_token_secret else []

    def _health(self) -> dict[str, Any]:
        alive = {"initial_delay_seconds": self.initial_delay_seconds, "timeout_seconds": self.liveness_timeout}
        probes = {
            "liveness": {name: value for name, value in alive.items() if value},
            "readiness": {"initial_delay_seconds": self.readiness_delay} if self.readiness_delay else {},
        }
        given = {name: probe for name, probe in probes.items() if probe}
        return {"enable_collection": True, **given} if given else {}


def _plain(part: Any) -> Any:
    return part.to_dict() if hasattr(part, "to_dict") else part


class _LeptonTask(AsyncConnectorExecutorMixin, PythonTask[dict[str, Any]]):
    """The base of both tasks: no inputs, a text out, and the configuration as data."""

    _TASK_TYPE: str

    def __init__(self, name: str | None, config: dict[str, Any], **kwargs: Any) -> None:
        if not isinstance(name, str):
            raise invalid(f"{type(self).__name__} has no name")
        super().__init__(
            name=name, task_type=self._TASK_TYPE, task_config=config, interface=Interface({}, {"o0": str}), **kwargs
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """The configuration."""
        return self.task_config


@takes("LeptonEndpointDeploymentTask", "config", config=LeptonEndpointConfig)
class LeptonEndpointDeploymentTask(_LeptonTask):
    """A task of type `lepton_endpoint_deployment_task`, which gives the endpoint's address."""

    _TASK_TYPE = "lepton_endpoint_deployment_task"

    def __init__(self, config: LeptonEndpointConfig, *function: Any, **kwargs: Any) -> None:
        """`name` is among the keyword arguments.

        Raises:
            UserError: FTC201 for a function: the plug-in registers the class for `@task`, whose call it does not take.
        """
        if function:
            raise invalid(
                "@task is given a LeptonEndpointConfig, expected lepton_endpoint_deployment_task to be called"
            )
        super().__init__(kwargs.pop("name", "lepton_deployment_task"), config.to_dict(), **kwargs)


@takes("LeptonEndpointDeletionTask", "endpoint_name", endpoint_name=str)
class LeptonEndpointDeletionTask(_LeptonTask):
    """A task of type `lepton_endpoint_deletion_task`."""

    _TASK_TYPE = "lepton_endpoint_deletion_task"

    def __init__(self, endpoint_name: str, **kwargs: Any) -> None:
        super().__init__(kwargs.pop("name", "lepton_deletion_task"), {"endpoint_name": endpoint_name}, **kwargs)


def lepton_endpoint_deployment_task(config: LeptonEndpointConfig, task_name: str | None = None) -> Any:
    """A node that deploys an endpoint; without `task_name`, the plug-in makes a task without a name.

    Raises:
        UserError: FTC201 for that.
    """
    return LeptonEndpointDeploymentTask(config=config, name=task_name)()


def lepton_endpoint_deletion_task(endpoint_name: str, task_name: str | None = None) -> Any:
    """A node that deletes an endpoint; see `lepton_endpoint_deployment_task`."""
    return LeptonEndpointDeletionTask(endpoint_name=endpoint_name, name=task_name)()
