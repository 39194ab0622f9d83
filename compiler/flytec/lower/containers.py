"""Containers of tasks that flytekit's entry point runs."""

from __future__ import annotations

from typing import Any

from flytec.authoring.auto_container import PythonAutoContainerTask
from flytec.ir import pb
from flytec.lower.images import resolve_image
from flytec.lower.resources import fill_container_resources
from flytec.settings.resources import Resources, ResourceSpec
from flytec.settings.serialization import SerializationSettings

_UNSPECIFIED = ResourceSpec(requests=Resources(), limits=Resources())


def fill_container(target: pb.Container, task: PythonAutoContainerTask[Any], settings: SerializationSettings) -> None:
    """Image, command line, resources and environment; the task's variables come over those of the settings.

    Raises:
        UserError: FTC210 for an image that does not resolve, FTC201 for resources that are no quantities.
    """
    spec = task.resources
    if settings.default_resources is not None and spec == _UNSPECIFIED:
        spec = settings.default_resources
    target.image = resolve_image(task.container_image, settings.image_config)
    target.args.extend(task.get_command(settings))
    fill_container_resources(target.resources, spec.requests, spec.limits)
    for key, value in {**(settings.env or {}), **task.environment}.items():
        target.env.add(key=key, value=value)
