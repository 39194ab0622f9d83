"""TensorFlow on Kubeflow's operator (`flytekitplugins.kftensorflow`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import INT32, takes
from flytec.authoring.function_task import PythonFunctionTask
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
from flytec.plugins.messages import json_data

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

__all__ = ["PS", "Chief", "CleanPodPolicy", "Evaluator", "RestartPolicy", "RunPolicy", "TfJob", "Worker"]


@takes("Chief", **REPLICAS)
@dataclass
class Chief(Replicas):
    """The pods of the chief."""


@takes("PS", **REPLICAS)
@dataclass
class PS(Replicas):
    """The pods of parameter servers."""


@takes("Worker", **REPLICAS)
@dataclass
class Worker(Replicas):
    """The pods of workers."""


@takes("Evaluator", "replicas", **REPLICAS)
@dataclass
class Evaluator(Replicas):
    """The pods of evaluators, of which there need not be any."""

    replicas: int = 0


@takes(
    "TfJob",
    "chief",
    "ps",
    "worker",
    "evaluator",
    chief=Chief,
    ps=PS,
    worker=Worker,
    evaluator=Evaluator,
    run_policy=RunPolicy,
    num_workers=INT32,
    num_ps_replicas=INT32,
    num_chief_replicas=INT32,
    num_evaluator_replicas=INT32,
)
@dataclass
class TfJob:
    """The pods of a job; the numbers are deprecated, and may be given in place of `replicas`."""

    chief: Chief = field(default_factory=Chief)
    ps: PS = field(default_factory=PS)
    worker: Worker = field(default_factory=Worker)
    evaluator: Evaluator = field(default_factory=Evaluator)
    run_policy: RunPolicy | None = None
    num_workers: int | None = None
    num_ps_replicas: int | None = None
    num_chief_replicas: int | None = None
    num_evaluator_replicas: int | None = None


class TensorflowFunctionTask(PythonFunctionTask[TfJob]):
    """A task of type `tensorflow`.

    Raises:
        UserError: FTC201 for numbers of pods that are given twice, or not at all.
    """

    _TF_JOB_TASK_TYPE = "tensorflow"

    def __init__(self, task_config: TfJob, task_function: Callable[..., Any], **kwargs: Any) -> None:
        require_replicas("num_workers", task_config.num_workers, "worker", task_config.worker.replicas)
        require_replicas("num_chief_replicas", task_config.num_chief_replicas, "chief", task_config.chief.replicas)
        require_replicas("num_ps_replicas", task_config.num_ps_replicas, "ps", task_config.ps.replicas)
        require_replicas(
            "num_evaluator_replicas",
            task_config.num_evaluator_replicas,
            "evaluator",
            max(task_config.evaluator.replicas, 0),
        )
        policy = task_config.run_policy
        if policy is not None and policy.clean_pod_policy is None:
            raise invalid(
                "the run_policy of TfJob has no clean_pod_policy, without which flytekit cannot serialize it",
                "give CleanPodPolicy.NONE",
            )
        super().__init__(
            task_type=self._TF_JOB_TASK_TYPE,
            task_config=task_config,
            task_function=task_function,
            task_type_version=1,
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """`flyteidl.plugins.kubeflow.DistributedTensorflowTrainingTask` as JSON data."""
        from flytec.ir.plugins import DistributedTensorflowTrainingReplicaSpec as Spec
        from flytec.ir.plugins import DistributedTensorflowTrainingTask

        config = self.task_config
        assert config is not None, "the constructor has one"
        task = DistributedTensorflowTrainingTask(
            chief_replicas=_spec(Spec, config.chief, config.num_chief_replicas),
            worker_replicas=_spec(Spec, config.worker, config.num_workers),
            ps_replicas=_spec(Spec, config.ps, config.num_ps_replicas),
            evaluator_replicas=_spec(Spec, config.evaluator, config.num_evaluator_replicas),
            run_policy=run_policy(config.run_policy),
        )
        data: dict[str, Any] = json_data(task)
        return data


def _spec(kind: type[Any], config: Replicas, number: int | None) -> Any:
    return replica_spec(kind, config, number or config.replicas)
