"""Training with MPI and with Horovod, with a folder of checkpoints."""

from flytekit import Resources, dynamic, task, workflow
from flytekit.types.directory import FlyteDirectory
from flytekitplugins.kfmpi import HorovodJob, Launcher, MPIJob, Worker


@task(
    task_config=MPIJob(
        launcher=Launcher(replicas=1, command=["/usr/bin/mpirun", "--allow-run-as-root"]),
        worker=Worker(replicas=1),
        slots=1,
    ),
    retries=3,
    cache=True,
    cache_version="0.5",
    requests=Resources(cpu="500m", mem="2Gi"),
    limits=Resources(cpu="2", mem="4Gi"),
)
def horovod_train_task(batch_size: int, buffer_size: int, dataset_size: int) -> FlyteDirectory:
    return FlyteDirectory("checkpoints")


@task(
    task_config=HorovodJob(
        launcher=Launcher(replicas=1, limits=Resources(cpu="2", mem="4Gi")),
        worker=Worker(replicas=1, limits=Resources(cpu="2", mem="4Gi")),
    ),
)
def estimator_horovod_train_task(epochs: int) -> FlyteDirectory:
    return FlyteDirectory("checkpoints")


@dynamic(task_config=MPIJob(launcher=Launcher(replicas=1), worker=Worker(replicas=2)))
def sweep(epochs: list[int]) -> None:
    for each in epochs:
        estimator_horovod_train_task(epochs=each)


@workflow
def horovod_training_wf(batch_size: int = 128, buffer_size: int = 10000, dataset_size: int = 10000) -> FlyteDirectory:
    sweep(epochs=[1, 2])
    estimator_horovod_train_task(epochs=batch_size)
    return horovod_train_task(batch_size=batch_size, buffer_size=buffer_size, dataset_size=dataset_size)
