"""Jobs of PyTorch, with every setting."""

from flytekit import PodTemplate, Resources, task, workflow
from flytekitplugins.kfpytorch import CleanPodPolicy, Master, PyTorch, RestartPolicy, RunPolicy, Worker
from kubernetes.client import V1Container, V1EmptyDirVolumeSource, V1PodSpec, V1Volume, V1VolumeMount

POD = PodTemplate(
    primary_container_name="trainer",
    labels={"a": "b"},
    pod_spec=V1PodSpec(
        containers=[
            V1Container(name="trainer", volume_mounts=[V1VolumeMount(name="data", mount_path="/data")]),
        ],
        volumes=[V1Volume(name="data", empty_dir=V1EmptyDirVolumeSource())],
    ),
)


@task(
    task_config=PyTorch(worker=Worker(replicas=2)),
    retries=2,
    cache=True,
    cache_version="0.1",
    requests=Resources(cpu="1", mem="2Gi"),
    limits=Resources(cpu="1", mem="4Gi"),
)
def mnist_pytorch_job(epochs: int) -> str:
    return "x"


@task(task_config=PyTorch(num_workers=10, increase_shared_mem=False))
def old_number() -> None: ...


@task(task_config=PyTorch(worker=Worker(replicas=0)), shared_memory=True)
def own_shared_memory() -> None: ...


@task(task_config=PyTorch(worker=Worker(replicas=1)), pod_template=POD)
def in_a_pod(a: int) -> int:
    return a


@task(
    task_config=PyTorch(
        worker=Worker(
            replicas=5,
            requests=Resources(cpu="2", mem="2Gi"),
            limits=Resources(cpu="4", mem="2Gi", gpu="1"),
            image="worker:latest",
            restart_policy=RestartPolicy.FAILURE,
        ),
        master=Master(
            image="master:v1",
            requests=Resources(cpu="1"),
            limits=Resources(mem="1Gi"),
            restart_policy=RestartPolicy.ALWAYS,
        ),
        run_policy=RunPolicy(
            clean_pod_policy=CleanPodPolicy.ALL,
            ttl_seconds_after_finished=600,
            active_deadline_seconds=3600,
            backoff_limit=3,
        ),
    ),
    container_image="ghcr.io/acme/torch:v1",
    environment={"A": "1"},
)
def everything() -> None: ...


@workflow
def wf(epochs: int = 5) -> str:
    old_number()
    own_shared_memory()
    in_a_pod(a=epochs)
    everything()
    return mnist_pytorch_job(epochs=epochs)
