"""Shared memory as a volume of a pod template, from before tasks could ask for it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from flytec.authoring import kubernetes_models
from flytec.plugins.kubeflow import invalid

if TYPE_CHECKING:
    from flytec.authoring.pod_template import PodTemplate

_PATH = "/dev/shm"


def add_shared_mem_volume_to_pod_template(pod_template: PodTemplate) -> None:
    """Adds a volume in memory to the template, and mounts it into its only container.

    Raises:
        UserError: FTC201 for more than one container, and for one that has such a mount.
    """
    spec = pod_template.pod_spec
    if not hasattr(spec, "volumes"):
        spec = pod_template.pod_spec = _model("V1PodSpec", containers=spec.containers)
    memory = _model("V1EmptyDirVolumeSource", medium="Memory")
    spec.volumes = [*(spec.volumes or ()), _model("V1Volume", name="shm", empty_dir=memory)]
    containers = spec.containers or []
    if len(containers) > 1:
        raise invalid(
            f"the pod template has {len(containers)} containers, expected one that shared memory is mounted into",
            "set increase_shared_mem=False, and mount a volume yourself where it is needed",
        )
    if not containers:
        containers = [_model("V1Container", name="primary")]
    spec.containers = containers
    mounts = containers[0].volume_mounts or []
    if any(mount.mount_path == _PATH for mount in mounts):
        raise invalid(
            f"a container of the pod template has a mount at {_PATH} already, as it has after another task took it",
            "set increase_shared_mem=False, or give each task a template of its own",
        )
    containers[0].volume_mounts = [*mounts, _model("V1VolumeMount", name="shm", mount_path=_PATH)]


def _model(kind: str, **fields: Any) -> Any:
    """A model of the client that user code has imported, else of what stands for that."""
    client = sys.modules.get("kubernetes.client")
    return (kubernetes_models.model(kind) if client is None else getattr(client, kind))(**fields)
