"""Pod templates: a pod specification of Kubernetes' Python client, and which of its containers runs the task."""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
from dataclasses import asdict, is_dataclass
from typing import Any

from flytec.authoring.entity import shown
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.records import dataclass

# Those that stand for the client's: which fields they have is up to the version that the container has.
_OWN_MODELS = "flytec.authoring.kubernetes_models"
PRIMARY_CONTAINER_DEFAULT_NAME = "primary"


@dataclass
class PodTemplate:
    """A pod that a task runs in; without `pod_spec` it has the container of the task only.

    Raises:
        UserError: FTC201 without a name of the primary container, and for what is no specification of a pod.
    """

    pod_spec: Any = None
    primary_container_name: str = PRIMARY_CONTAINER_DEFAULT_NAME
    labels: dict[str, str] | None = None
    annotations: dict[str, str] | None = None

    def __post_init__(self) -> None:
        if self.pod_spec is None:
            self.pod_spec = _empty_pod_spec()
        if not self.primary_container_name:
            raise user_error(
                INVALID_DECLARATION,
                "primary_container_name of a pod template is empty, expected the name of a container",
                at=caller_location(),
            )
        if not hasattr(self.pod_spec, "containers"):
            raise user_error(
                INVALID_DECLARATION,
                f"pod_spec of a pod template is of type {type(self.pod_spec).__name__}, "
                "expected kubernetes.client.V1PodSpec",
                at=caller_location(),
            )

    def version_hash(self) -> str:
        """The SHA-256 of the template as JSON, for cache policies."""
        return hashlib.sha256(json.dumps(_data(self), sort_keys=True).encode()).hexdigest()


def checked_pod_template(template: Any) -> PodTemplate | None:
    """`template`, which must be one.

    Raises:
        UserError: FTC201 for anything else.
    """
    if template is not None and not isinstance(template, PodTemplate):
        raise user_error(
            INVALID_DECLARATION,
            f"pod_template is {shown(template)}, expected flytekit.PodTemplate",
            at=caller_location(),
        )
    return template


@dataclass(slots=True)
class EmptyPodSpec:
    """Stands for a `V1PodSpec` without anything where user code did not import Kubernetes' client."""

    containers: list[Any]

    @property
    def attribute_map(self) -> dict[str, str]:
        """The attributes and their names in JSON, as Kubernetes' models have it."""
        return {"containers": "containers"}

    def to_dict(self) -> dict[str, Any]:
        """All attributes of the model that this stands for."""
        try:
            client = importlib.import_module("kubernetes.client")
        except ImportError as error:
            raise _without_client() from error
        data: dict[str, Any] = _data(client.V1PodSpec(containers=self.containers))
        return data


def _without_client() -> UserError:
    return user_error(
        INVALID_DECLARATION,
        "the hash of a pod template takes in all fields that kubernetes.client knows, which is not installed",
        at=caller_location(),
        hint="install kubernetes, as the container has it",
    )


def _empty_pod_spec() -> Any:
    """An empty specification: of the client's own class where user code can set more of it."""
    client = sys.modules.get("kubernetes.client")
    return EmptyPodSpec([]) if client is None else client.V1PodSpec(containers=[])


def _data(value: Any) -> Any:
    """What flytekit hashes of a value: `to_dict` of Kubernetes' models, which keeps the names of Python."""
    if any(base.__module__ == _OWN_MODELS for base in type(value).__mro__):
        raise _without_client()
    if hasattr(value, "to_dict"):
        data = value.to_dict()
        image: Any = getattr(value, "image", None)
        if type(value).__name__ == "V1Container" and hasattr(image, "image_name"):
            data["image"] = image.image_name()
        return {key: _data(item) for key, item in data.items()}
    match value:
        case list():
            return [_data(item) for item in value]
        case dict():
            return {key: _data(item) for key, item in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _data(asdict(value))
        case _:
            return value
