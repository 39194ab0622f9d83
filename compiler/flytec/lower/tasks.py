"""Tasks to `flyteidl.admin.TaskSpec`."""

from __future__ import annotations

from flytec.authoring.auto_container import PythonAutoContainerTask
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.map_task import ArrayNodeMapTask, MappedTask
from flytec.authoring.task import PythonTask, Task
from flytec.diagnostics import UserError
from flytec.ir import pb
from flytec.ir.codec import struct_of
from flytec.ir.program import Kind
from flytec.lower.containers import fill_container
from flytec.lower.contexts import task_settings
from flytec.lower.interface import fill_interface
from flytec.lower.lowering import Lowering, described
from flytec.lower.metadata import fill_documentation, lower_security_context
from flytec.lower.resources import lower_extended_resources
from flytec.settings.serialization import SerializationSettings

_FLAVOR = "python"


def lower_task(task: Task, lowering: Lowering) -> pb.TaskSpec:
    """The specification of `task`, made once.

    Raises:
        UserError: FTC2xx for types, images and resources that do not lower, each naming the task.
    """
    return lowering.once(task, Kind.TASK, lambda: _spec(task, lowering))


def _spec(task: Task, lowering: Lowering) -> pb.TaskSpec:
    settings = task_settings(task, lowering.settings)
    if isinstance(task, PythonFunctionTask) and task.node_dependency_hints is not None:
        from flytec.lower.hints import lower_hints

        lower_hints(task, settings, lowering)
    spec = pb.TaskSpec()
    try:
        _fill_template(spec.template, task, settings, lowering)
    except UserError as error:
        raise described(error, f"task {task.name}", task.location) from error
    if task.docs is not None:
        fill_documentation(spec.description, task.docs)
    return spec


def _fill_template(template: pb.TaskTemplate, task: Task, settings: SerializationSettings, lowering: Lowering) -> None:
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
    match task:
        case MappedTask():
            with task.prepare_target():
                fill_container(template.container, task.run_task, settings)
        case PythonAutoContainerTask():
            fill_container(template.container, task, settings)
        case _:
            pass
    runner = task.run_task if isinstance(task, ArrayNodeMapTask) else task
    if isinstance(runner, PythonAutoContainerTask):
        extended = lower_extended_resources(runner.accelerator, runner.shared_memory)
        if extended is not None:
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
    if isinstance(task, PythonTask) and task.enable_deck:
        # Map tasks share the metadata of the task that they run, and with it its deck, once that is lowered.
        metadata.generates_deck = True
    target.generates_deck.SetInParent()
    target.generates_deck.value = metadata.generates_deck
    if metadata.pod_template_name is not None:
        target.pod_template_name = metadata.pod_template_name
    target.metadata.SetInParent()
    target.metadata.labels.update(metadata.labels or {})
    target.metadata.annotations.update(metadata.annotations or {})
