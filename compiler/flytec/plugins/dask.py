"""Dask: a scheduler and workers beside the task (`flytekitplugins.dask`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.function_task import PythonFunctionTask
from flytec.plugins.messages import filled, json_data, resources
from flytec.settings.resources import Resources

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@takes("Scheduler", image=str, requests=Resources, limits=Resources)
@dataclass
class Scheduler:
    """The pod of the scheduler; what is not given is the task's."""

    image: str | None = None
    requests: Resources | None = None
    limits: Resources | None = None


@takes("WorkerGroup", number_of_workers=range(1, 2**32), image=str, requests=Resources, limits=Resources)
@dataclass
class WorkerGroup:
    """The pods of the workers; what is not given is the task's."""

    number_of_workers: int | None = 1
    image: str | None = None
    requests: Resources | None = None
    limits: Resources | None = None


@takes("Dask", "scheduler", "workers", scheduler=Scheduler, workers=WorkerGroup)
@dataclass
class Dask:
    """A cluster for one task."""

    scheduler: Scheduler = field(default_factory=Scheduler)
    workers: WorkerGroup = field(default_factory=WorkerGroup)


class DaskTask(PythonFunctionTask[Dask]):
    """A task of type `dask`."""

    _DASK_TASK_TYPE = "dask"

    def __init__(self, task_config: Dask, task_function: Callable[..., Any], **kwargs: Any) -> None:
        super().__init__(task_config=task_config, task_type=self._DASK_TASK_TYPE, task_function=task_function, **kwargs)

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """`flyteidl.plugins.DaskJob` as JSON data."""
        from flytec.ir.plugins import DaskJob, DaskScheduler, DaskWorkerGroup

        config = self.task_config
        assert config is not None, "the constructor has one"
        scheduler, workers = config.scheduler, config.workers
        job = DaskJob(
            scheduler=filled(
                DaskScheduler,
                "the Scheduler config",
                image=scheduler.image,
                resources=resources(scheduler.requests, scheduler.limits, "the Scheduler config"),
            ),
            workers=filled(
                DaskWorkerGroup,
                "the WorkerGroup config",
                number_of_workers=workers.number_of_workers,
                image=workers.image,
                resources=resources(workers.requests, workers.limits, "the WorkerGroup config"),
            ),
        )
        data: dict[str, Any] = json_data(job)
        return data
