"""Tasks on clusters of Ray: pods, resources, environments."""

import typing

from flytekit import PodTemplate, Resources, task, workflow
from flytekitplugins.ray import HeadNodeConfig, RayJobConfig, WorkerNodeConfig
from kubernetes.client import V1Container, V1PodSpec, V1Toleration

POD = PodTemplate(
    primary_container_name="ray-worker",
    labels={"tier": "worker"},
    annotations={"owner": "ml"},
    pod_spec=V1PodSpec(
        containers=[V1Container(name="ray-worker", image="ghcr.io/acme/ray:v1")],
        tolerations=[V1Toleration(key="gpu", operator="Exists")],
    ),
)


ray_config = RayJobConfig(
    head_node_config=HeadNodeConfig(ray_start_params={"log-color": "True"}),
    worker_node_config=[WorkerNodeConfig(group_name="ray-group", replicas=1)],
    runtime_env={"pip": ["numpy", "pandas"]},
)


@task(task_config=ray_config, requests=Resources(mem="2Gi", cpu="2"))
def ray_task(n: int) -> typing.List[int]:
    import ray

    return ray.get([ray.remote(abs).remote(i) for i in range(n)])


@task(task_config=RayJobConfig(worker_node_config=[]))
def alone() -> None: ...


@task(
    task_config=RayJobConfig(
        head_node_config=HeadNodeConfig(requests=Resources(cpu="1", mem="2Gi"), limits=Resources(cpu="2", gpu="1")),
        worker_node_config=[
            WorkerNodeConfig("a", 2, 1, 5, {"num-cpus": "2"}, requests=Resources(cpu="3", ephemeral_storage="1Gi")),
            WorkerNodeConfig("b", 4, min_replicas=6, max_replicas=2, limits=Resources(mem="1Gi")),
            WorkerNodeConfig("c", 0, pod_template=POD),
        ],
        address="ray://head:10001",
        shutdown_after_job_finishes=True,
        ttl_seconds_after_finished=3600,
        runtime_env={"env_vars": {"A": "1", "é": "x"}, "working_dir": "."},
    ),
    container_image="ghcr.io/acme/ray:v2",
)
def everything(n: int) -> int:
    return n


@workflow
def ray_workflow(n: int) -> typing.List[int]:
    alone()
    everything(n=n)
    return ray_task(n=n)
