"""Jobs of TensorFlow, with every setting."""

from flytekit import Resources, task, workflow
from flytekitplugins.kftensorflow import (
    PS,
    Chief,
    CleanPodPolicy,
    Evaluator,
    RestartPolicy,
    RunPolicy,
    TfJob,
    Worker,
)


@task(
    task_config=TfJob(
        num_workers=2,
        num_ps_replicas=1,
        num_chief_replicas=1,
        num_evaluator_replicas=3,
    ),
    cache_version="1.0",
    cache=True,
    requests=Resources(cpu="1", mem="2Gi"),
)
def old_numbers(epochs: int) -> str:
    return "x"


@task(
    task_config=TfJob(
        chief=Chief(replicas=1, requests=Resources(cpu="1"), limits=Resources(cpu="2"), image="chief:latest"),
        worker=Worker(replicas=5, image="worker:latest", restart_policy=RestartPolicy.FAILURE),
        ps=PS(replicas=2, restart_policy=RestartPolicy.ALWAYS, limits=Resources(mem="1Gi", gpu="1")),
        evaluator=Evaluator(replicas=5, image="evaluator:latest", restart_policy=RestartPolicy.NEVER),
        run_policy=RunPolicy(
            clean_pod_policy=CleanPodPolicy.RUNNING,
            ttl_seconds_after_finished=600,
            active_deadline_seconds=3600,
            backoff_limit=3,
        ),
    ),
    container_image="ghcr.io/acme/tf:v1",
)
def everything() -> None: ...


@task(
    task_config=TfJob(
        chief=Chief(replicas=0),
        worker=Worker(replicas=1),
        ps=PS(replicas=0),
        run_policy=RunPolicy(clean_pod_policy=CleanPodPolicy.NONE),
    )
)
def least() -> None: ...


@workflow
def wf(epochs: int = 5) -> str:
    everything()
    least()
    return old_numbers(epochs=epochs)
