"""Tasks to `flyteidl.admin.TaskSpec`."""

from __future__ import annotations

from typing import Any

from flytec.authoring.class_decorators import ClassDecorator
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.task import PythonTask, Task
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.ir import pb
from flytec.ir.program import Kind
from flytec.lower.containers import fill_extended_resources, fill_target, struct, texts
from flytec.lower.contexts import task_settings
from flytec.lower.interface import fill_interface
from flytec.lower.lowering import Lowering, described, user_code
from flytec.lower.metadata import fill_description, lower_security_context
from flytec.records import dataclass
from flytec.settings.serialization import SerializationSettings

_SDK = pb.RuntimeMetadata.RuntimeType.FLYTE_SDK
_FLAVOR = "python"


def lower_task(task: Task, lowering: Lowering) -> pb.TaskSpec:
    """The specification of `task`, made once.

    Raises:
        UserError: FTC2xx for types, images and resources that do not lower, each naming the task.
    """
    return lowering.once(task, Kind.TASK, lambda: _spec(task, lowering))


def _spec(task: Task, lowering: Lowering) -> pb.TaskSpec:
    settings = task_settings(task, lowering)
    if isinstance(task, PythonFunctionTask) and task.node_dependency_hints is not None:
        from flytec.lower.hints import lower_hints

        lower_hints(task, settings, lowering)
    spec = pb.TaskSpec()
    try:
        _fill_template(spec.template, task, settings, lowering)
    except UserError as error:
        raise described(error, f"task {task.name}", task.location) from error
    fill_description(spec.description, task)
    return spec


def _fill_template(template: pb.TaskTemplate, task: Task, settings: SerializationSettings, lowering: Lowering) -> None:
    if not task.has_interface:
        raise user_error(
            INVALID_DECLARATION,
            "it has no interface, which flytekit cannot serialize",
            hint="pass interface=Interface() to the constructor of the task's class",
        )
    lowering.fill_identifier(template.id, Kind.TASK, task.name)
    template.type = task.task_type
    template.task_type_version = task.task_type_version
    _fill_metadata(template.metadata, task, lowering.target_version)
    fill_interface(template.interface, task.python_interface, lowering.types, task.location)
    if (security := lower_security_context(task.security_context)) is not None:
        template.security_context.CopyFrom(security)
    parts = _parts(task, settings)
    if parts.custom:
        template.custom.CopyFrom(struct(parts.custom, "what get_custom gives"))
    if parts.config:
        template.config.update(texts(parts.config, "what get_config gives"))
    fill_target(template, parts.container, parts.pod, parts.sql)
    fill_extended_resources(template, parts.extended_resources)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the methods of the task give, which users write for their own kinds of tasks."""

    custom: Any
    config: Any
    container: Any
    pod: Any
    sql: Any
    extended_resources: Any


def _parts(task: Task, settings: SerializationSettings) -> _Parts:
    with user_code(f"a method of {type(task).__name__}"):
        container, pod = task.get_container(settings), task.get_k8s_pod(settings)
        if settings.should_fast_serialize():
            from flytec.lower.fast import fetching

            container, pod = fetching(task, container, pod, settings)
        return _Parts(
            custom=task.get_custom(settings),
            config=_config(task, settings),
            container=container,
            pod=pod,
            sql=task.get_sql(settings),
            extended_resources=task.get_extended_resources(settings),
        )


def _config(task: Task, settings: SerializationSettings) -> Any:
    """The task's config, and over it that of a class that decorates its function."""
    config = task.get_config(settings)
    function = getattr(task, "task_function", None)
    if not isinstance(function, ClassDecorator):
        return config
    return {**(config or {}), **function.get_extra_config()}


def _fill_metadata(target: pb.TaskMetadata, task: Task, target_version: str) -> None:
    metadata = task.metadata
    runtime = target.runtime
    runtime.type = _SDK
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
    if metadata.labels:
        target.metadata.labels.update(metadata.labels)
    if metadata.annotations:
        target.metadata.annotations.update(metadata.annotations)
