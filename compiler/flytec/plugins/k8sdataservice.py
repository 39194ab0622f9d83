"""Data services on Kubernetes, which a connector starts beside a training job, and the sensor that removes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import INT32, takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.interface import Interface
from flytec.authoring.sensors import BaseSensor
from flytec.authoring.task import PythonTask
from flytec.settings.resources import Resources

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@takes(
    "DataServiceConfig",
    Name=str,
    Requests=Resources,
    Limits=Resources,
    Port=INT32,
    Image=str,
    Command=list[str],
    Replicas=INT32,
    ExistingReleaseName=str,
    Cluster=str,
)
@dataclass
class DataServiceConfig:
    """The pods of the service, or the name of one that is there."""

    Name: str | None = None
    Requests: Resources | None = None
    Limits: Resources | None = None
    Port: int | None = None
    Image: str | None = None
    Command: list[str] | None = None
    Replicas: int | None = None
    ExistingReleaseName: str | None = None
    Cluster: str | None = None


@takes("DataServiceTask", "name", name=str, task_config=DataServiceConfig, inputs=dict[str, object])
class DataServiceTask(AsyncConnectorExecutorMixin, PythonTask[DataServiceConfig]):
    """A task of type `dataservicetask`, which gives the service's name."""

    _TASK_TYPE = "dataservicetask"

    def __init__(
        self, name: str, task_config: DataServiceConfig | None, inputs: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(
            name=name,
            task_config=task_config,
            interface=Interface(inputs, {"name": str}),
            task_type=self._TASK_TYPE,
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The configuration, resources only where they are given."""
        config = self.task_config
        if config is None:
            return {}
        resources = ("Limits", "Requests")
        data = {name: value for name, value in vars(config).items() if name not in resources}
        given = {name: value for name in resources if (value := getattr(config, name)) is not None}
        return {**data, **{name: asdict(value) for name, value in given.items()}}


class CleanupSensor(BaseSensor):
    """Removes a service when it is told to."""

    __module__ = "flytekitplugins.k8sdataservice.sensor"  # the service imports it

    def __init__(self, name: str, namespace: str = "flyte", **kwargs: Any) -> None:
        super().__init__(name=name, task_type="sensor", **kwargs)
        self.namespace = namespace

    async def poke(self, release_name: str, cleanup_data_service: bool, cluster: str) -> bool:  # type: ignore[override]
        """Whether the service is gone; called by the service of sensors only."""
        raise NotImplementedError
