"""MPI and Horovod on Kubeflow's operator (`flytekitplugins.kfmpi`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import INT32, takes
from flytec.authoring.function_task import PythonFunctionTask
from flytec.plugins.kubeflow import (
    REPLICAS,
    CleanPodPolicy,
    RestartPolicy,
    RunPolicy,
    invalid,
    replica_spec,
    require_replicas,
    run_policy,
)
from flytec.plugins.messages import filled, json_data
from flytec.settings.resources import Resources

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

__all__ = ["CleanPodPolicy", "HorovodJob", "Launcher", "MPIJob", "RestartPolicy", "RunPolicy", "Worker"]

_MPIRUN = (
    "mpirun --allow-run-as-root -bind-to none -map-by slot -x LD_LIBRARY_PATH -x PATH -x NCCL_DEBUG=INFO "
    "-mca pml ob1 -mca btl ^openib"
)


@dataclass
class _Role:
    """The pods of one role; what is not given is the task's, and without a command the operator's."""

    command: list[str] | None = None
    image: str | None = None
    requests: Resources | None = None
    limits: Resources | None = None
    replicas: int | None = None
    restart_policy: RestartPolicy | None = None


@takes("Worker", command=list[str], **REPLICAS)
@dataclass
class Worker(_Role):
    """The pods of workers."""


@takes("Launcher", command=list[str], **REPLICAS)
@dataclass
class Launcher(_Role):
    """The pods of the launcher."""


_JOB: dict[str, Any] = {
    "launcher": Launcher,
    "worker": Worker,
    "run_policy": RunPolicy,
    "slots": INT32,
    "num_launcher_replicas": INT32,
    "num_workers": INT32,
}


@takes("MPIJob", "launcher", "worker", "slots", **_JOB)
@dataclass
class MPIJob:
    """The pods of a job; the numbers are deprecated, and may be given in place of `replicas`."""

    launcher: Launcher = field(default_factory=Launcher)
    worker: Worker = field(default_factory=Worker)
    run_policy: RunPolicy | None = None
    slots: int = 1
    num_launcher_replicas: int | None = None
    num_workers: int | None = None


@takes(
    "HorovodJob",
    "launcher",
    "worker",
    "slots",
    "discovery_script_path",
    **_JOB,
    verbose=bool,
    log_level=str,
    discovery_script_path=str,
    elastic_timeout=INT32,
)
@dataclass
class HorovodJob:
    """The pods of a job, and the options of horovodrun."""

    worker: Worker = field(default_factory=Worker)
    launcher: Launcher = field(default_factory=Launcher)
    run_policy: RunPolicy | None = None
    slots: int = 1
    verbose: bool | None = False
    log_level: str | None = "INFO"
    discovery_script_path: str = "/etc/mpi/discover_hosts.sh"
    elastic_timeout: int | None = 1200
    num_launcher_replicas: int | None = None
    num_workers: int | None = None


class MPIFunctionTask(PythonFunctionTask[Any]):
    """A task of type `mpi`, whose function mpirun starts.

    Raises:
        UserError: FTC201 for numbers of pods that are given twice, or not at all.
    """

    _MPI_JOB_TASK_TYPE = "mpi"
    _MPI_BASE_COMMAND = _MPIRUN.split()

    def __init__(self, task_config: MPIJob | HorovodJob, task_function: Callable[..., Any], **kwargs: Any) -> None:
        launcher = task_config.launcher
        require_replicas("num_workers", task_config.num_workers, "worker", task_config.worker.replicas)
        require_replicas("num_launcher_replicas", task_config.num_launcher_replicas, "launcher", launcher.replicas)
        super().__init__(
            task_config=task_config,
            task_function=task_function,
            task_type=self._MPI_JOB_TASK_TYPE,
            task_type_version=1,
            **kwargs,
        )

    def _get_base_command(self, settings: SerializationSettings) -> list[str]:
        return super().get_command(settings)

    def get_command(self, settings: SerializationSettings) -> list[str]:
        """The task's command line as arguments of mpirun."""
        config: Any = self.task_config
        processes = (config.num_workers or config.worker.replicas) * config.slots
        python = ["python", settings.entrypoint_settings.path]
        return [*self._MPI_BASE_COMMAND, "-np", f"{processes}", *python, *self._get_base_command(settings)]  # type: ignore[list-item]  # flytekit fails without a path, and the default has one

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """`flyteidl.plugins.kubeflow.DistributedMPITrainingTask` as JSON data."""
        from flytec.ir.plugins import DistributedMPITrainingReplicaSpec as Spec
        from flytec.ir.plugins import DistributedMPITrainingTask

        config: Any = self.task_config
        worker, launcher = config.worker, config.launcher
        task = filled(
            DistributedMPITrainingTask,
            f"the {type(config).__name__} config",
            worker_replicas=replica_spec(Spec, worker, config.num_workers or worker.replicas, command=worker.command),
            launcher_replicas=replica_spec(
                Spec, launcher, config.num_launcher_replicas or launcher.replicas, command=launcher.command
            ),
            slots=config.slots,
            run_policy=run_policy(config.run_policy),
        )
        data: dict[str, Any] = json_data(task)
        return data


class HorovodFunctionTask(MPIFunctionTask):
    """A task of type `mpi`, whose function horovodrun starts.

    Raises:
        UserError: FTC201 as for MPI, and for a number of workers that only the deprecated argument gives.
    """

    def __init__(self, task_config: HorovodJob, task_function: Callable[..., Any], **kwargs: Any) -> None:
        super().__init__(task_config=task_config, task_function=task_function, **kwargs)
        if task_config.worker.replicas is None:
            raise invalid(
                "HorovodJob has num_workers, with which flytekit cannot serialize it, expected worker.replicas",
                "give worker.replicas",
            )

    def get_command(self, settings: SerializationSettings) -> list[str]:
        """The task's command line as arguments of horovodrun."""
        return [*self._get_horovod_prefix(), *self._get_base_command(settings)]

    def _get_horovod_prefix(self) -> list[str]:
        config: Any = self.task_config
        processes = f"{config.worker.replicas * config.slots}"
        options = {
            "-np": processes,
            "--log-level": f"{config.log_level}",
            "--network-interface": "eth0",
            "--min-np": processes,
            "--max-np": processes,
            "--slots-per-host": f"{config.slots}",
            "--host-discovery-script": config.discovery_script_path,
            "--elastic-timeout": f"{config.elastic_timeout}",
        }
        words = [word for option in options.items() for word in option]
        return ["horovodrun", *words, *(["--verbose"] if config.verbose else [])]
