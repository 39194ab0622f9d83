"""The settings that a task is lowered with; dynamic and eager tasks carry them, for they compile in the container."""

from __future__ import annotations

from flytec.authoring.eager import EagerAsyncPythonFunctionTask
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.task import Task
from flytec.lower.carried_images import carry_images
from flytec.lower.lowering import Lowering
from flytec.settings.serialization import SERIALIZED_CONTEXT_ENV_VAR, SerializationSettings


def task_settings(task: Task, lowering: Lowering) -> SerializationSettings:
    """The settings of `lowering`, with themselves in the environment where `task` has a use for them."""
    is_dynamic = isinstance(task, PythonFunctionTask) and task.execution_mode is task.ExecutionBehavior.DYNAMIC
    if is_dynamic:
        carry_images(lowering)
    if is_dynamic or isinstance(task, EagerAsyncPythonFunctionTask):
        return with_context(lowering.settings)
    return lowering.settings


def with_context(settings: SerializationSettings) -> SerializationSettings:
    """Settings whose environment carries the transport form of `settings`, unless it carries one already.

    The folder that the sources were in is left out: it means nothing in the container, and it would make the output
    depend on the machine.
    """
    if settings.env and SERIALIZED_CONTEXT_ENV_VAR in settings.env:
        return settings
    carried = settings.new_builder()
    carried.source_root = None
    builder = settings.new_builder()
    builder.env = {**(settings.env or {}), SERIALIZED_CONTEXT_ENV_VAR: carried.build().serialized_context}
    return builder.build()
