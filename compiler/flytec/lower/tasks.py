"""Tasks to `flyteidl.admin.TaskSpec`."""

from __future__ import annotations

from flytec.authoring.auto_container import PythonAutoContainerTask
from flytec.authoring.task import PythonTask, Task
from flytec.diagnostics import UserError
from flytec.ir import pb
from flytec.ir.codec import struct_of
from flytec.ir.program import Kind
from flytec.lower.containers import fill_container
from flytec.lower.interface import fill_interface
from flytec.lower.lowering import Lowering, described
from flytec.lower.metadata import fill_documentation, lower_security_context
from flytec.lower.resources import lower_extended_resources

_FLAVOR = "python"


def lower_task(task: Task, lowering: Lowering) -> pb.TaskSpec:
    """The specification of `task`, made once.

    Raises:
        UserError: FTC2xx for types, images and resources that do not lower, each naming the task.
    """
    return lowering.once(task, Kind.TASK, lambda: _spec(task, lowering))


def _spec(task: Task, lowering: Lowering) -> pb.TaskSpec:
    spec = pb.TaskSpec()
    try:
        _fill_template(spec.template, task, lowering)
    except UserError as error:
        raise described(error, f"task {task.name}", task.location) from error
    if task.docs is not None:
        fill_documentation(spec.description, task.docs)
    return spec


def _fill_template(template: pb.TaskTemplate, task: Task, lowering: Lowering) -> None:
    settings = lowering.settings
    lowering.fill_identifier(template.id, Kind.TASK, task.name)
    template.type = task.task_type
    template.task_type_version = task.task_type_version
    _fill_metadata(template.metadata, task, lowering.target_version)
    fill_interface(template.interface, task.python_interface, lowering.types, task.location)
    if custom := task.get_custom(settings):
        template.custom.CopyFrom(struct_of(custom))
    if config := task.get_config(settings):
        template.config.update(config)
    if (security := lower_security_context(task.security_context)) is not None:
        template.security_context.CopyFrom(security)
    if isinstance(task, PythonAutoContainerTask):
        fill_container(template.container, task, settings)
        if (extended := lower_extended_resources(task.accelerator, task.shared_memory)) is not None:
            template.extended_resources.CopyFrom(extended)


def _fill_metadata(target: pb.TaskMetadata, task: Task, target_version: str) -> None:
    metadata = task.metadata
    runtime = target.runtime
    runtime.type = pb.RuntimeMetadata.RuntimeType.FLYTE_SDK
    runtime.version = target_version
    runtime.flavor = _FLAVOR
    target.retries.SetInParent()
    target.retries.retries = metadata.retries
    if metadata.timeout:
        target.timeout.FromTimedelta(metadata.timeout)
    if metadata.interruptible is not None:
        target.interruptible = metadata.interruptible
    target.discoverable = metadata.cache
    target.discovery_version = metadata.cache_version
    target.cache_serializable = metadata.cache_serialize
    target.cache_ignore_input_vars.extend(metadata.cache_ignore_input_vars)
    target.deprecated_error_message = metadata.deprecated
    target.is_eager = metadata.is_eager
    target.generates_deck.SetInParent()
    target.generates_deck.value = metadata.generates_deck or (isinstance(task, PythonTask) and task.enable_deck)
    if metadata.pod_template_name is not None:
        target.pod_template_name = metadata.pod_template_name
    target.metadata.SetInParent()
    target.metadata.labels.update(metadata.labels or {})
    target.metadata.annotations.update(metadata.annotations or {})
