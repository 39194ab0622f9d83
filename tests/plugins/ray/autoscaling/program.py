"""Clusters that grow and shrink."""

from flytekit import Resources, task
from flytekitplugins.ray import AutoscalerOptionsConfig, HeadNodeConfig, RayJobConfig, WorkerNodeConfig


@task(
    task_config=RayJobConfig(
        worker_node_config=[WorkerNodeConfig(group_name="g", replicas=1, max_replicas=9)],
        enable_autoscaling=True,
        autoscaler_options=AutoscalerOptionsConfig(
            upscaling_mode=AutoscalerOptionsConfig.UpscalingMode.AGGRESSIVE,
            idle_timeout_seconds=60,
            env={"A": "1", "B": "2"},
            image="ghcr.io/acme/autoscaler:v1",
            requests=Resources(cpu="1", mem="1Gi"),
            limits=Resources(cpu=2),
        ),
    )
)
def every_option() -> None: ...


@task(
    task_config=RayJobConfig(
        worker_node_config=[WorkerNodeConfig(group_name="g", replicas=1)],
        head_node_config=HeadNodeConfig(),
        enable_autoscaling=True,
        autoscaler_options=AutoscalerOptionsConfig(),
    )
)
def no_option() -> None: ...
