"""Jobs of Horovod, with every setting."""

from flytekit import Resources, task
from flytekitplugins.kfmpi import HorovodJob, Launcher, RestartPolicy, RunPolicy, Worker


@task(
    task_config=HorovodJob(
        launcher=Launcher(replicas=1, limits=Resources(cpu="2")),
        worker=Worker(replicas=1, command=["/usr/sbin/sshd"], restart_policy=RestartPolicy.FAILURE),
    ),
)
def horovod_task(batch_size: int) -> float:
    return 0.5


@task(
    task_config=HorovodJob(
        launcher=Launcher(),
        worker=Worker(replicas=3),
        run_policy=RunPolicy(backoff_limit=1),
        slots=2,
        verbose=True,
        log_level="DEBUG",
        discovery_script_path="/opt/discover.sh",
        elastic_timeout=60,
        num_launcher_replicas=1,
    ),
)
def everything() -> None: ...
