"""Identifiers as values, by the names of `flytekit.models.core.identifier`."""

from __future__ import annotations

from flytec.records import dataclass


class ResourceType:
    """`flyteidl.core.ResourceType`."""

    UNSPECIFIED = 0
    TASK = 1
    WORKFLOW = 2
    LAUNCH_PLAN = 3


@dataclass(slots=True)
class Identifier:
    """`flyteidl.core.Identifier`."""

    resource_type: int
    project: str
    domain: str
    name: str
    version: str
