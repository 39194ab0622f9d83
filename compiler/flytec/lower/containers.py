"""Containers, pods and SQL statements of tasks, as values or as user-written tasks return them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flytec.authoring import models_task
from flytec.authoring.entity import shown
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.ir import pb
from flytec.ir.codec import struct_of
from flytec.lower.resources import lower_extended_resources


def fill_target(template: pb.TaskTemplate, container: Any, pod: Any, sql: Any) -> None:
    """Sets `TaskTemplate.target` to what the task gives; a task may give none.

    Raises:
        UserError: FTC201 for more than one, and for values that are not those of flytekit.models.task.
    """
    given = [name for name, value in (("container", container), ("pod", pod), ("SQL statement", sql)) if value]
    if len(given) > 1:
        raise user_error(INVALID_DECLARATION, f"it has a {' and a '.join(given)}, expected at most one of them")
    if container:
        _fill_container(template.container, _of_type(container, models_task.Container))
    if pod:
        fill_pod(template.k8s_pod, _of_type(pod, models_task.K8sPod))
    if sql:
        sql = _of_type(sql, models_task.Sql)
        template.sql.SetInParent()
        template.sql.dialect = _number(sql.dialect, "the dialect of the SQL statement")
        if sql.statement is not None:
            template.sql.statement = text(sql.statement, "the SQL statement")


def fill_extended_resources(template: pb.TaskTemplate, resources: Any) -> None:
    """Sets accelerator and shared memory, which user-written tasks may give as flyteidl's message.

    Raises:
        UserError: FTC201 for anything else.
    """
    match resources:
        case None:
            return
        case pb.ExtendedResources():
            template.extended_resources.CopyFrom(resources)
        case models_task.ExtendedResources():
            lowered = lower_extended_resources(resources.accelerator, resources.shared_memory)
            if lowered is not None:
                template.extended_resources.CopyFrom(lowered)
        case _:
            raise _wrong(resources, "flyteidl.core.ExtendedResources")


def struct(value: Any, what: str) -> pb.Struct:
    """JSON data as a message.

    Raises:
        UserError: FTC201 for what JSON cannot hold, and for anything but a dict.
    """
    if not isinstance(value, Mapping):
        raise user_error(INVALID_DECLARATION, f"{what} is {shown(value)}, expected a dict")
    try:
        return struct_of(value)
    except (TypeError, ValueError) as error:
        raise user_error(INVALID_DECLARATION, f"{what} is no JSON data: {error}") from error


def text(value: Any, what: str) -> str:
    """`value`, which must be text.

    Raises:
        UserError: FTC201 for anything else.
    """
    if not isinstance(value, str):
        raise user_error(INVALID_DECLARATION, f"{what} is {shown(value)}, expected text")
    return value


def texts(values: Any, what: str) -> Mapping[str, str]:
    """`values`, which must be a dict of text to text.

    Raises:
        UserError: FTC201 for anything else.
    """
    if not isinstance(values, Mapping):
        raise user_error(INVALID_DECLARATION, f"{what} is {shown(values)}, expected a dict")
    for key, value in values.items():
        if type(key) is not str or type(value) is not str:
            text(key, f"a key of {what}")
            text(value, f"{key!r} of {what}")
    return values


def _fill_container(target: pb.Container, container: models_task.Container) -> None:
    target.image = text(container.image, "the image of the container")
    target.command.extend(_parts(container.command, "command"))
    target.args.extend(_parts(container.args, "args"))
    resources = _of_type(container.resources, models_task.Resources)
    target.resources.SetInParent()
    _fill_entries(target.resources.requests, resources.requests, "a resource request")
    _fill_entries(target.resources.limits, resources.limits, "a resource limit")
    for key, value in texts(container.env, "the environment of the container").items():
        target.env.add(key=key, value=value)
    for key, value in texts(container.config, "the config of the container").items():
        target.config.add(key=key, value=value)
    if container.data_loading_config is not None:
        _fill_data_config(target.data_config, container.data_loading_config)


def _fill_entries(target: Any, entries: Iterable[Any], what: str) -> None:
    for row in entries:
        entry = _of_type(row, models_task.ResourceEntry)
        target.add(name=_number(entry.name, f"the name of {what}"), value=text(entry.value, what))


def _fill_data_config(target: pb.DataLoadingConfig, config: models_task.DataLoadingConfig) -> None:
    target.SetInParent()
    if config.input_path is not None:
        target.input_path = text(config.input_path, "the input path")
    if config.output_path is not None:
        target.output_path = text(config.output_path, "the output path")
    target.enabled = bool(config.enabled)
    target.format = config.format  # type: ignore[assignment]
    if config.io_strategy is not None:
        strategy = _of_type(config.io_strategy, models_task.IOStrategy)
        target.io_strategy.SetInParent()
        target.io_strategy.download_mode = _number(strategy.download_mode, "the download mode")
        target.io_strategy.upload_mode = _number(strategy.upload_mode, "the upload mode")


def fill_pod(target: pb.K8sPod, pod: models_task.K8sPod) -> None:
    """A pod, whose specification is JSON data.

    Raises:
        UserError: FTC201 for parts of a wrong type.
    """
    target.SetInParent()
    if pod.metadata is not None:
        target.metadata.SetInParent()
        metadata = _of_type(pod.metadata, models_task.K8sObjectMetadata)
        target.metadata.labels.update(texts(metadata.labels or {}, "the labels of the pod"))
        target.metadata.annotations.update(texts(metadata.annotations or {}, "the annotations of the pod"))
    if pod.pod_spec:
        target.pod_spec.CopyFrom(struct(pod.pod_spec, "the specification of the pod"))
    if pod.data_config is not None:
        _fill_data_config(target.data_config, pod.data_config)
    if pod.primary_container_name is not None:
        target.primary_container_name = text(pod.primary_container_name, "the name of the primary container")


def _parts(values: Iterable[Any] | None, what: str) -> list[str]:
    parts = list(values or ())
    for value in parts:
        if type(value) is not str:
            text(value, f"a part of the {what} of the container")
    return parts


def _number(value: Any, what: str) -> Any:
    if not isinstance(value, int):
        raise user_error(INVALID_DECLARATION, f"{what} is {shown(value)}, expected a number")
    return value


def _of_type(value: Any, kind: type[Any]) -> Any:
    if not isinstance(value, kind):
        raise _wrong(value, f"flytekit.models.task.{kind.__name__}")
    return value


def _wrong(value: Any, expected: str) -> UserError:
    return user_error(INVALID_DECLARATION, f"it gives {shown(value)}, expected {expected}")
