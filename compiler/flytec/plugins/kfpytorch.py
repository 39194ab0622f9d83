"""PyTorch on Kubeflow's operator, and torchrun (`flytekitplugins.kfpytorch`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import INT32, takes
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.pod_template import PodTemplate
from flytec.plugins.kubeflow import (
    REPLICAS,
    CleanPodPolicy,
    Replicas,
    RestartPolicy,
    RunPolicy,
    invalid,
    replica_spec,
    require_replicas,
    run_policy,
)
from flytec.plugins.messages import filled, json_data
from flytec.plugins.shared_memory import add_shared_mem_volume_to_pod_template
from flytec.settings.resources import Resources

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

__all__ = ["CleanPodPolicy", "Elastic", "Master", "PyTorch", "RestartPolicy", "RunPolicy", "Worker"]


@takes("Worker", **REPLICAS)
@dataclass
class Worker(Replicas):
    """The pods of workers."""


@takes("Master", image=str, requests=Resources, limits=Resources, restart_policy=RestartPolicy)
@dataclass
class Master:
    """The pod of the master, of which there is one."""

    image: str | None = None
    requests: Resources | None = None
    limits: Resources | None = None
    restart_policy: RestartPolicy | None = None


@takes(
    "PyTorch",
    "master",
    "worker",
    master=Master,
    worker=Worker,
    run_policy=RunPolicy,
    num_workers=INT32,
    increase_shared_mem=bool,
)
@dataclass
class PyTorch:
    """The pods of a job; `num_workers` is deprecated, and may be given in place of `replicas`."""

    master: Master = field(default_factory=Master)
    worker: Worker = field(default_factory=Worker)
    run_policy: RunPolicy | None = None
    num_workers: int | None = None
    increase_shared_mem: bool = True


@takes(
    "Elastic",
    "nnodes",
    "nproc_per_node",
    nnodes=(INT32, str),
    nproc_per_node=INT32,
    start_method=str,
    monitor_interval=INT32,
    max_restarts=INT32,
    rdzv_configs=dict,
    increase_shared_mem=bool,
    run_policy=RunPolicy,
)
@dataclass
class Elastic:
    """Nodes, or least and most of them as `"1:4"`, and the options of torchrun."""

    nnodes: int | str = 1
    nproc_per_node: int = 1
    start_method: str = "spawn"
    monitor_interval: int = 5
    max_restarts: int = 0
    rdzv_configs: dict[str, Any] = field(default_factory=lambda: {"timeout": 900, "join_timeout": 900})
    increase_shared_mem: bool = True
    run_policy: RunPolicy | None = None


class PyTorchFunctionTask(PythonFunctionTask[PyTorch]):
    """A task of type `pytorch`.

    Raises:
        UserError: FTC201 for a number of workers that is given twice, or not at all, and for pod templates that cannot
            take a volume for shared memory.
    """

    _PYTORCH_TASK_TYPE = "pytorch"

    def __init__(self, task_config: PyTorch, task_function: Callable[..., Any], **kwargs: Any) -> None:
        require_replicas("num_workers", task_config.num_workers, "worker", task_config.worker.replicas)
        super().__init__(task_config, task_function, task_type=self._PYTORCH_TASK_TYPE, task_type_version=1, **kwargs)
        if task_config.increase_shared_mem:
            _share_memory(self)

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """`flyteidl.plugins.kubeflow.DistributedPyTorchTrainingTask` as JSON data."""
        from flytec.ir.plugins import DistributedPyTorchTrainingReplicaSpec as Spec
        from flytec.ir.plugins import DistributedPyTorchTrainingTask

        config = self.task_config
        assert config is not None, "the constructor has one"
        task = DistributedPyTorchTrainingTask(
            worker_replicas=replica_spec(Spec, config.worker, config.num_workers or config.worker.replicas),
            master_replicas=replica_spec(Spec, config.master, 1),
            run_policy=run_policy(config.run_policy),
        )
        data: dict[str, Any] = json_data(task)
        return data


class PytorchElasticFunctionTask(PythonFunctionTask[Elastic]):
    """A task of type `pytorch`, or for one node a plain one, whose function torchrun starts.

    Raises:
        UserError: FTC201 for nodes that are no number and no range, and for pod templates that cannot take a volume for
            shared memory.
    """

    _ELASTIC_TASK_TYPE = "pytorch"
    _ELASTIC_TASK_TYPE_STANDALONE = "python-task"

    def __init__(self, task_config: Elastic, task_function: Callable[..., Any], **kwargs: Any) -> None:
        alone = task_config.nnodes == 1
        super().__init__(
            task_config=task_config,
            task_type=self._ELASTIC_TASK_TYPE_STANDALONE if alone else self._ELASTIC_TASK_TYPE,
            task_function=task_function,
            task_type_version=1,
            **kwargs,
        )
        self.min_nodes, self.max_nodes = _nodes(task_config.nnodes)
        self.rdzv_backend = "c10d"
        if task_config.increase_shared_mem:
            _share_memory(self)

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:
        """`flyteidl.plugins.kubeflow.DistributedPyTorchTrainingTask` as JSON data, nothing for one node."""
        from flytec.ir.plugins import (
            DistributedPyTorchTrainingReplicaSpec,
            DistributedPyTorchTrainingTask,
            ElasticConfig,
        )

        config = self.task_config
        assert config is not None, "the constructor has one"
        if config.nnodes == 1:
            return super().get_custom(settings)
        elastic = filled(
            ElasticConfig,
            "the Elastic config",
            rdzv_backend=self.rdzv_backend,
            min_replicas=self.min_nodes,
            max_replicas=self.max_nodes,
            nproc_per_node=config.nproc_per_node,
            max_restarts=config.max_restarts,
        )
        workers = filled(DistributedPyTorchTrainingReplicaSpec, "the Elastic config", replicas=self.max_nodes)
        task = DistributedPyTorchTrainingTask(
            worker_replicas=workers, elastic_config=elastic, run_policy=run_policy(config.run_policy)
        )
        data: dict[str, Any] = json_data(task)
        return data


def _nodes(declared: int | str) -> tuple[int, int]:
    """Least and most, as torchrun reads `--nnodes`."""
    least, *more = str(declared).split(":")
    try:
        (most,) = more or [least]
        return int(least), int(most)
    except ValueError as error:
        raise invalid(
            f"nnodes of Elastic is {declared!r}, expected a number or a range", 'write it as 2 or as "1:4"'
        ) from error


def _share_memory(task: PythonFunctionTask[Any]) -> None:
    """Mounts shared memory into the task's pod, unless the task itself asks for some."""
    if task.shared_memory is not False and task.shared_memory is not None:
        return
    if task.pod_template is None:
        task.pod_template = PodTemplate()
    add_shared_mem_volume_to_pod_template(task.pod_template)
