"""Pods as values: pod templates merged with the containers of tasks."""

from __future__ import annotations

import datetime
import decimal
import enum
from typing import TYPE_CHECKING, Any

from flytec.authoring.images import task_image
from flytec.authoring.models_task import Container, DataLoadingConfig, K8sObjectMetadata, K8sPod, ResourceName
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flytec.authoring.pod_template import PodTemplate
    from flytec.settings.serialization import SerializationSettings

# Kubernetes' names of resources.
_RESOURCES = {
    ResourceName.CPU: "cpu",
    ResourceName.GPU: "gpu",
    ResourceName.MEMORY: "memory",
    ResourceName.EPHEMERAL_STORAGE: "ephemeral-storage",
}


def pod_of(
    template: PodTemplate,
    container: Container,
    settings: SerializationSettings,
    data_config: DataLoadingConfig | None = None,
) -> K8sPod:
    """The pod of a task: the template, whose primary container is `container`.

    Raises:
        UserError: FTC201 for templates that hold no objects of Kubernetes' client, FTC210 for images of its containers
            that do not resolve.
    """
    return K8sPod(
        pod_spec=merged_pod_spec(template, container, settings),
        metadata=K8sObjectMetadata(labels=template.labels, annotations=template.annotations),
        data_config=data_config,
    )


def merged_pod_spec(template: PodTemplate, container: Container, settings: SerializationSettings) -> dict[str, Any]:
    """The specification of `template` as JSON data.

    Of the primary container the task decides command, arguments, resources if it has any, the image if the template has
    none, and variables, in front of the template's. All other containers need an image, or run the default one.

    Raises:
        UserError: as `pod_of`.
    """
    if template.pod_spec is None:
        return {}
    primary = template.primary_container_name
    containers = [_container(declared, primary, container, settings) for declared in template.pod_spec.containers or ()]
    if all(row.get("name") != primary for row in containers):
        containers.append(_merged({"name": primary}, container))
    spec: dict[str, Any] = json_of(template.pod_spec, skipped="containers")
    return {**spec, "containers": containers}


def pod_template_data(template: PodTemplate) -> dict[str, Any]:
    """The specification of `template` as JSON data, as it stands.

    Raises:
        UserError: FTC201 for templates that hold no objects of Kubernetes' client.
    """
    data: dict[str, Any] = json_of(template.pod_spec)
    return data


def given_pod_spec(spec: Any, primary: str, container: Container) -> dict[str, Any]:
    """The specification of a pod as JSON data, for tasks whose configuration is one.

    Of the primary container the task decides image, command, arguments, resources if it has any, and variables, in
    front of those that are there. All other containers stand as they are.

    Raises:
        UserError: FTC201 for what holds no objects of Kubernetes' client.
    """
    rows = [json_of(declared, skipped="image") | _image(declared, primary) for declared in spec.containers]
    if all(row.get("name") != primary for row in rows):
        rows.append({"name": primary})
    containers = [_merged(row, container) if row.get("name") == primary else row for row in rows]
    data: dict[str, Any] = json_of(spec, skipped="containers")
    return {**data, "containers": containers}


def _image(declared: Any, primary: str) -> dict[str, Any]:
    image = getattr(declared, "image", None)
    return {} if image is None or declared.name == primary else {"image": json_of(image)}


def _container(declared: Any, primary: str, container: Container, settings: SerializationSettings) -> dict[str, Any]:
    if not hasattr(declared, "name") or not hasattr(declared, "image"):
        raise user_error(
            INVALID_DECLARATION,
            f"a container of its pod template is of type {type(declared).__name__}, "
            "expected kubernetes.client.V1Container",
        )
    row: dict[str, Any] = json_of(declared, skipped="image")
    if declared.name != primary:
        return {**row, "image": task_image(declared.image, settings, copies=False)}
    if declared.image is not None:
        row["image"] = task_image(declared.image, settings, copies=False)
    return _merged(row, container)


def _merged(row: dict[str, Any], container: Container) -> dict[str, Any]:
    merged = {"image": container.image, **row}
    for key, value in (("command", container.command), ("args", container.args)):
        merged.pop(key, None)
        if value is not None:
            merged[key] = list(value)
    requests, limits = _quantities(container.resources.requests), _quantities(container.resources.limits)
    if requests or limits:
        merged["resources"] = {"limits": limits, "requests": requests}
    own = [{"name": name, "value": value} for name, value in container.env.items()]
    return {**merged, "env": [*own, *(row.get("env") or ())]}


def _quantities(entries: Iterable[Any]) -> dict[str, str]:
    return {_RESOURCES[entry.name]: entry.value for entry in entries}


def json_of(value: Any, skipped: str = "") -> Any:
    """Objects of Kubernetes' client as JSON data, as that client makes them; `skipped` is an attribute to leave out."""
    match value:
        case None | bool() | int() | float() | str():
            return value.value if isinstance(value, enum.Enum) else value
        case enum.Enum():
            return value.value
        case list() | tuple():
            return [json_of(item) for item in value]
        case datetime.datetime() | datetime.date():
            return value.isoformat()
        case decimal.Decimal():
            return str(value)
        case dict():
            return {key: json_of(item) for key, item in value.items()}
        case _:
            return _json_of_model(value, skipped)


def _json_of_model(value: Any, skipped: str) -> dict[str, Any]:
    names = getattr(value, "attribute_map", None)
    if not isinstance(names, dict):
        raise _foreign(value)
    items = ((names[attribute], getattr(value, attribute)) for attribute in names if attribute != skipped)
    return {key: json_of(item) for key, item in items if item is not None}


def _foreign(value: Any) -> UserError:
    return user_error(
        INVALID_DECLARATION,
        f"its pod template holds an object of type {type(value).__name__}, expected those of kubernetes.client",
    )
