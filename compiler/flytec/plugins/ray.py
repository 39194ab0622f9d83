"""Ray: a cluster for one task (`flytekitplugins.ray`)."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import INT32, takes
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.pod_template import PodTemplate
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.plugins.messages import filled, json_data, k8s_pod, pair_of_quantities, resources, struct, unfit
from flytec.settings.resources import Resources

if TYPE_CHECKING:
    from flytec.ir import pb
    from flytec.settings.serialization import SerializationSettings

_NODE: dict[str, Any] = {
    "ray_start_params": dict[str, str],
    "pod_template": PodTemplate,
    "requests": Resources,
    "limits": Resources,
}
# Kubernetes' names of the fields of `Resources`.
_K8S_NAMES = {"cpu": "cpu", "mem": "memory", "gpu": "nvidia.com/gpu", "ephemeral_storage": "ephemeral-storage"}


class UpscalingMode:
    """`flyteidl.plugins.AutoscalerOptions.UpscalingMode`."""

    UNSPECIFIED = 0
    DEFAULT = 1
    AGGRESSIVE = 2
    CONSERVATIVE = 3


@takes("HeadNodeConfig", **_NODE)
@dataclass
class HeadNodeConfig:
    """The head of the cluster.

    Raises:
        UserError: FTC201 for a pod template beside requests and limits.
    """

    ray_start_params: dict[str, str] | None = None
    pod_template: PodTemplate | None = None
    requests: Resources | None = None
    limits: Resources | None = None

    def __post_init__(self) -> None:
        _refuse_both(self)


@takes(
    "WorkerNodeConfig",
    "group_name",
    "replicas",
    group_name=str,
    replicas=INT32,
    min_replicas=INT32,
    max_replicas=INT32,
    **_NODE,
)
@dataclass
class WorkerNodeConfig:
    """A group of workers.

    Raises:
        UserError: FTC201 for a pod template beside requests and limits.
    """

    group_name: str
    replicas: int
    min_replicas: int | None = None
    max_replicas: int | None = None
    ray_start_params: dict[str, str] | None = None
    pod_template: PodTemplate | None = None
    requests: Resources | None = None
    limits: Resources | None = None

    def __post_init__(self) -> None:
        _refuse_both(self)


@takes(
    "AutoscalerOptionsConfig",
    upscaling_mode=INT32,
    idle_timeout_seconds=INT32,
    env=dict[str, str],
    image=str,
    requests=Resources,
    limits=Resources,
)
@dataclass
class AutoscalerOptionsConfig:
    """What makes the cluster grow and shrink."""

    UpscalingMode = UpscalingMode
    upscaling_mode: int | None = None
    idle_timeout_seconds: int | None = None
    env: dict[str, str] | None = None
    image: str | None = None
    requests: Resources | None = None
    limits: Resources | None = None


@takes(
    "RayJobConfig",
    "worker_node_config",
    worker_node_config=list[WorkerNodeConfig],
    head_node_config=HeadNodeConfig,
    enable_autoscaling=bool,
    autoscaler_options=AutoscalerOptionsConfig,
    runtime_env=dict,
    address=str,
    shutdown_after_job_finishes=bool,
    ttl_seconds_after_finished=INT32,
)
@dataclass
class RayJobConfig:
    """The cluster and what becomes of it."""

    worker_node_config: list[WorkerNodeConfig]
    head_node_config: HeadNodeConfig | None = None
    enable_autoscaling: bool = False
    autoscaler_options: AutoscalerOptionsConfig | None = None
    runtime_env: dict[Any, Any] | None = None
    address: str | None = None
    shutdown_after_job_finishes: bool = False
    ttl_seconds_after_finished: int | None = None


class RayFunctionTask(PythonFunctionTask[RayJobConfig]):
    """A task of type `ray`."""

    _RAY_TASK_TYPE = "ray"

    def __init__(self, task_config: RayJobConfig, task_function: Callable[..., Any], **kwargs: Any) -> None:
        super().__init__(task_config=task_config, task_type=self._RAY_TASK_TYPE, task_function=task_function, **kwargs)

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """`flyteidl.plugins.RayJob` as JSON data."""
        from flytec.ir.plugins import RayCluster, RayJob

        config = self.task_config
        assert config is not None, "the constructor has one"
        encoded, text = _runtime_env(config.runtime_env)
        what = "the RayJobConfig config"
        cluster = filled(
            RayCluster,
            what,
            head_group_spec=None if config.head_node_config is None else _head(config.head_node_config),
            worker_group_spec=[_workers(group) for group in config.worker_node_config],
            enable_autoscaling=config.enable_autoscaling or False,
            autoscaler_options=None if config.autoscaler_options is None else _autoscaler(config.autoscaler_options),
        )
        job = filled(
            RayJob,
            what,
            ray_cluster=cluster,
            runtime_env=encoded,
            runtime_env_yaml=text,
            ttl_seconds_after_finished=config.ttl_seconds_after_finished,
            shutdown_after_job_finishes=config.shutdown_after_job_finishes,
        )
        data: dict[str, Any] = json_data(job)
        return data


def _refuse_both(node: HeadNodeConfig | WorkerNodeConfig) -> None:
    if node.pod_template and node.requests and node.limits:
        raise user_error(
            INVALID_DECLARATION,
            f"{type(node).__name__} has a pod_template beside requests and limits, expected one of the two",
            at=caller_location(),
            hint="write the resources into the container of the pod template",
        )


def _runtime_env(declared: dict[Any, Any] | None) -> tuple[str | None, str | None]:
    """As JSON in base 64, which KubeRay took before 1.1, and as YAML."""
    if not declared:
        return None, None
    import yaml

    try:
        return base64.b64encode(json.dumps(declared).encode()).decode(), yaml.dump(declared)
    except (TypeError, ValueError, yaml.YAMLError) as error:
        raise unfit("runtime_env of the RayJobConfig config", error) from error


def _head(node: HeadNodeConfig) -> Any:
    from flytec.ir.plugins import HeadGroupSpec

    return filled(
        HeadGroupSpec,
        "the HeadNodeConfig config",
        ray_start_params=node.ray_start_params or {},
        k8s_pod=_pod(node, "ray-head"),
    )


def _workers(group: WorkerNodeConfig) -> Any:
    """A group whose bounds take its number of replicas in."""
    from flytec.ir.plugins import WorkerGroupSpec

    count, least, most = group.replicas, group.min_replicas, group.max_replicas
    return filled(
        WorkerGroupSpec,
        "the WorkerNodeConfig config",
        group_name=group.group_name,
        replicas=count,
        min_replicas=count if least is None else min(count, least),
        max_replicas=count if most is None else max(count, most),
        ray_start_params=group.ray_start_params,
        k8s_pod=_pod(group, "ray-worker"),
    )


def _autoscaler(options: AutoscalerOptionsConfig) -> Any:
    from flytec.ir.pb import KeyValuePair
    from flytec.ir.plugins import AutoscalerOptions

    what = "the AutoscalerOptionsConfig config"
    return filled(
        AutoscalerOptions,
        what,
        upscaling_mode=options.upscaling_mode,
        idle_timeout_seconds=options.idle_timeout_seconds,
        image=options.image,
        env=[KeyValuePair(key=key, value=value) for key, value in (options.env or {}).items()],
        resources=resources(options.requests, options.limits, what),
    )


def _pod(node: HeadNodeConfig | WorkerNodeConfig, container: str) -> pb.K8sPod | None:
    """The pod of the template, or one with the resources; `requests` and `limits` stand for each other."""
    what = f"the {type(node).__name__} config"
    if not (node.requests or node.limits):
        return k8s_pod(node.pod_template, what)
    requests, limits = _quantities(node.requests, what), _quantities(node.limits, what)
    requests = requests or limits
    limits = limits or requests
    both = {"limits": limits, "requests": requests}
    given = {side: quantities for side, quantities in both.items() if quantities is not None}
    pod = k8s_pod(PodTemplate(), what)
    assert pod is not None, "it has a template"
    pod.pod_spec.CopyFrom(struct({"containers": [{"name": container, "resources": given}]}, what))
    return pod


def _quantities(given: Resources | None, what: str) -> dict[str, Any] | None:
    if given is None:
        return None
    rows = {field.name: getattr(given, field.name) for field in fields(given)}
    for name, value in rows.items():
        if isinstance(value, (list, tuple)):
            raise pair_of_quantities(what, name, value)
    return {_K8S_NAMES[name]: value for name, value in rows.items() if value is not None}
