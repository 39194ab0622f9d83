"""Tasks to `flyteidl.admin.TaskSpec`."""

from __future__ import annotations

from flytec.authoring.auto_container import PythonAutoContainerTask
from flytec.authoring.task import PythonTask, Task, TaskMetadata
from flytec.ir import pb
from flytec.ir.codec import struct_of
from flytec.ir.program import Kind
from flytec.lower.containers import lower_container
from flytec.lower.interface import lower_interface, subject
from flytec.lower.lowering import Lowering, text_map
from flytec.lower.metadata import lower_documentation, lower_duration, lower_security_context
from flytec.lower.resources import lower_extended_resources

_FLAVOR = "python"


def lower_task(task: Task, lowering: Lowering) -> pb.TaskSpec:
    """The specification of `task`, made once.

    Raises:
        UserError: FTC2xx for types, images and resources that do not lower, each naming the task.
    """

    def lower() -> pb.TaskSpec:
        with subject(f"task {task.name}", task.location):
            return pb.TaskSpec(template=_template(task, lowering), description=lower_documentation(task.docs))

    return lowering.once(task, Kind.TASK, lower)


def _template(task: Task, lowering: Lowering) -> pb.TaskTemplate:
    settings = lowering.settings
    custom = task.get_custom(settings)
    template = pb.TaskTemplate(
        id=lowering.identifier(Kind.TASK, task.name),
        type=task.task_type,
        metadata=_metadata(task, lowering.target_version),
        interface=lower_interface(task.python_interface, lowering.types, task.location),
        custom=struct_of(custom) if custom else None,
        task_type_version=task.task_type_version,
        security_context=lower_security_context(task.security_context),
        config=dict(task.get_config(settings) or {}),
        extended_resources=(
            lower_extended_resources(task.accelerator, task.shared_memory)
            if isinstance(task, PythonAutoContainerTask)
            else None
        ),
    )
    if isinstance(task, PythonAutoContainerTask):
        template.container.CopyFrom(lower_container(task, settings))
    return template


def _metadata(task: Task, target_version: str) -> pb.TaskMetadata:
    metadata: TaskMetadata = task.metadata
    generates_deck = metadata.generates_deck or (isinstance(task, PythonTask) and task.enable_deck)
    return pb.TaskMetadata(
        discoverable=metadata.cache,
        runtime=pb.RuntimeMetadata(
            type=pb.RuntimeMetadata.RuntimeType.FLYTE_SDK, version=target_version, flavor=_FLAVOR
        ),
        timeout=lower_duration(metadata.timeout),
        retries=pb.RetryStrategy(retries=metadata.retries),
        interruptible=metadata.interruptible,  # type: ignore[arg-type]
        discovery_version=metadata.cache_version,
        deprecated_error_message=metadata.deprecated,
        cache_serializable=metadata.cache_serialize,
        generates_deck=pb.BoolValue(value=generates_deck),
        pod_template_name=metadata.pod_template_name,
        cache_ignore_input_vars=metadata.cache_ignore_input_vars,
        is_eager=metadata.is_eager,
        metadata=pb.K8sObjectMetadata(labels=text_map(metadata.labels), annotations=text_map(metadata.annotations)),
    )
