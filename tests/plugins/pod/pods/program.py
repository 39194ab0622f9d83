"""Tasks whose configuration is a pod."""

from flytekit import Resources, map_task, task, workflow
from flytekitplugins.pod import Pod
from kubernetes.client import (
    V1Container,
    V1EmptyDirVolumeSource,
    V1EnvVar,
    V1PodSpec,
    V1ResourceRequirements,
    V1Volume,
    V1VolumeMount,
)

SHARED = "/data"


@task(
    task_config=Pod(
        pod_spec=V1PodSpec(
            containers=[
                V1Container(
                    name="primary",
                    image="ignored:v1",
                    command=["ignored"],
                    args=["ignored"],
                    env=[V1EnvVar(name="B", value="2")],
                    resources=V1ResourceRequirements(requests={"cpu": "1", "memory": "100Mi"}, limits={"cpu": "2"}),
                    volume_mounts=[V1VolumeMount(name="shared-data", mount_path=SHARED)],
                ),
                V1Container(
                    name="secondary",
                    image="alpine",
                    command=["/bin/sh"],
                    args=["-c", "echo hi"],
                    volume_mounts=[V1VolumeMount(name="shared-data", mount_path=SHARED)],
                ),
            ],
            volumes=[V1Volume(name="shared-data", empty_dir=V1EmptyDirVolumeSource())],
        ),
        labels={"a": "b"},
        annotations={"c": "d"},
    ),
    environment={"A": "1"},
)
def two_containers(a: int) -> int:
    return a


@task(
    task_config=Pod(
        pod_spec=V1PodSpec(
            containers=[V1Container(name="other", image="alpine:3")],
            node_selector={"pool": "spot"},
        ),
        primary_container_name="main",
    ),
    requests=Resources(cpu="1", mem="1Gi", gpu="1"),
    limits=Resources(ephemeral_storage="1Gi"),
    container_image="ghcr.io/acme/x:v1",
)
def named() -> None: ...


@task(task_config=Pod(pod_spec=V1PodSpec(containers=[])))
def mapped(a: int) -> int:
    return a


@workflow
def wf(xs: list[int]) -> int:
    named()
    map_task(mapped)(a=xs)
    return two_containers(a=1)
