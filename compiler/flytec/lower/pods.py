"""Pod templates that one node overrides: the node's template around the container of the task that it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flytec.authoring.map_task import MappedTask
from flytec.authoring.models_task import Container, K8sObjectMetadata, K8sPod
from flytec.authoring.pod_template import PodTemplate, checked_pod_template
from flytec.authoring.pods import merged_pod_spec
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.lower.lowering import described, user_code

if TYPE_CHECKING:
    from flytec.authoring.node import Node
    from flytec.authoring.task import Task
    from flytec.settings.serialization import SerializationSettings


def override_pod(node: Node, task: Task, settings: SerializationSettings) -> K8sPod | None:
    """The pod that `node` puts in the place of its task's container or pod, `None` where it overrides none.

    Raises:
        UserError: FTC201 for tasks that have no container to put into the pod, and whatever merging raises.
    """
    try:
        template: PodTemplate | None = (
            None if node._overrides is None else checked_pod_template(node._overrides.pod_template)
        )
        if template is None:
            return None
        with user_code(f"a method of {type(task).__name__}"):
            container = _container(task, settings)
            if settings.should_fast_serialize():
                from flytec.lower.fast import fetching_container

                container = fetching_container(task, container, settings)
            spec = merged_pod_spec(template, container, settings)
    except UserError as error:
        raise described(error, f"the pod template of node {node.id}", node._location) from error
    return K8sPod(
        metadata=K8sObjectMetadata(template.labels or None, template.annotations or None),
        pod_spec=spec,
        primary_container_name=template.primary_container_name,
    )


def _container(task: Task, settings: SerializationSettings) -> Container:
    """The container that the task has, or would have without a pod template of its own."""
    container: Container | None = None
    if isinstance(task, MappedTask):
        with task.prepare_target():
            container = task.run_task._get_container(settings)
    elif hasattr(task, "_get_container"):
        container = task._get_container(settings)
    if container is None:
        raise user_error(
            INVALID_DECLARATION, f"{task.name} is a {type(task).__name__}, which has no container to put into a pod"
        )
    return container
