"""Tasks on clusters of Dask."""

from flytekit import Resources, task, workflow
from flytekitplugins.dask import Dask, Scheduler, WorkerGroup


@task(
    task_config=Dask(
        workers=WorkerGroup(number_of_workers=10, limits=Resources(cpu="4", mem="10Gi")),
    ),
    limits=Resources(cpu="1", mem="2Gi"),
    cache_version="1",
    cache=True,
)
def hello_dask(size: int) -> float:
    return float(size)


@task(task_config=Dask())
def bare() -> None: ...


@task(
    task_config=Dask(
        scheduler=Scheduler(
            image="ghcr.io/acme/dask:v1",
            requests=Resources(cpu="1", mem="1Gi", gpu="0", ephemeral_storage="2Gi"),
            limits=Resources(cpu=2, mem="2Gi"),
        ),
        workers=WorkerGroup(
            number_of_workers=3,
            image="ghcr.io/acme/dask:v2",
            requests=Resources(cpu="500m"),
            limits=Resources(gpu="1"),
        ),
    )
)
def everything() -> None: ...


@workflow
def wf(size: int) -> float:
    everything()
    bare()
    return hello_dask(size=size)
