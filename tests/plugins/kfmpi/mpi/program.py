"""Jobs of MPI, with every setting."""

from flytekit import Resources, task, workflow
from flytekitplugins.kfmpi import CleanPodPolicy, Launcher, MPIJob, RestartPolicy, RunPolicy, Worker


@task(
    task_config=MPIJob(
        launcher=Launcher(replicas=1),
        worker=Worker(replicas=5),
    ),
    retries=3,
    cache=True,
    cache_version="0.1",
    requests=Resources(cpu="1", mem="600Mi"),
    limits=Resources(cpu="2"),
)
def mpi_task(batch_size: int) -> float:
    return 0.5


@task(task_config=MPIJob(num_workers=10, num_launcher_replicas=2, slots=2))
def old_numbers() -> None: ...


@task(
    task_config=MPIJob(
        launcher=Launcher(
            command=["/usr/sbin/sshd", "-f"],
            image="launcher:v1",
            requests=Resources(cpu="1"),
            limits=Resources(mem="1Gi"),
            replicas=1,
            restart_policy=RestartPolicy.NEVER,
        ),
        worker=Worker(command=["sh"], image="worker:v1", replicas=3, restart_policy=RestartPolicy.ALWAYS),
        run_policy=RunPolicy(
            clean_pod_policy=CleanPodPolicy.ALL,
            ttl_seconds_after_finished=600,
            active_deadline_seconds=3600,
            backoff_limit=3,
        ),
        slots=4,
    ),
    environment={"A": "1"},
)
def everything(a: int) -> int:
    return a


@workflow
def wf(batch_size: int = 64) -> float:
    old_numbers()
    everything(a=batch_size)
    return mpi_task(batch_size=batch_size)
