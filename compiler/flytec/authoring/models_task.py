"""Parts of a task template as values: what `get_container` and the like of user-written tasks return.

Names, arguments and numbers are those of `flytekit.models.task`; the numbers are flyteidl's.
"""

from __future__ import annotations

from typing import Any

from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.records import dataclass


class ResourceName:
    """`flyteidl.core.Resources.ResourceName`."""

    UNKNOWN = 0
    CPU = 1
    GPU = 2
    MEMORY = 3
    EPHEMERAL_STORAGE = 5


@dataclass(slots=True)
class ResourceEntry:
    """A quantity of one resource."""

    name: int
    value: str


@dataclass(slots=True)
class Resources:
    """`flyteidl.core.Resources`."""

    ResourceName = ResourceName
    ResourceEntry = ResourceEntry

    requests: list[Any]
    limits: list[Any]


@dataclass(slots=True)
class IOStrategy:
    """`flyteidl.core.IOStrategy`: how the data of a raw container comes and goes."""

    DOWNLOAD_MODE_EAGER = 0
    DOWNLOAD_MODE_STREAM = 1
    DOWNLOAD_MODE_NO_DOWNLOAD = 2
    UPLOAD_MODE_ON_EXIT = 0
    UPLOAD_MODE_EAGER = 1
    UPLOAD_MODE_NO_UPLOAD = 2

    download_mode: int = DOWNLOAD_MODE_EAGER
    upload_mode: int = UPLOAD_MODE_ON_EXIT


@dataclass(slots=True)
class DataLoadingConfig:
    """`flyteidl.core.DataLoadingConfig`: where a raw container finds its inputs and leaves its outputs.

    Raises:
        UserError: FTC201 for a format that there is not.
    """

    LITERALMAP_FORMAT_JSON = 0
    LITERALMAP_FORMAT_YAML = 1
    LITERALMAP_FORMAT_PROTO = 2

    input_path: str | None
    output_path: str | None
    enabled: bool = True
    format: int = LITERALMAP_FORMAT_PROTO
    io_strategy: IOStrategy | None = None

    def __post_init__(self) -> None:
        if self.format not in (self.LITERALMAP_FORMAT_JSON, self.LITERALMAP_FORMAT_YAML, self.LITERALMAP_FORMAT_PROTO):
            raise user_error(
                INVALID_DECLARATION,
                f"the metadata format is {self.format!r}, expected a LITERALMAP_FORMAT of DataLoadingConfig",
                at=caller_location(),
            )


@dataclass(slots=True)
class Container:
    """`flyteidl.core.Container`."""

    image: str
    command: list[str] | None
    args: list[str] | None
    resources: Resources
    env: dict[str, str]
    config: dict[str, str]
    data_loading_config: DataLoadingConfig | None = None

    def add_env(self, key: str, val: str) -> None:
        """Sets an environment variable."""
        self.env[key] = val


@dataclass(slots=True)
class K8sObjectMetadata:
    """`flyteidl.core.K8sObjectMetadata`."""

    labels: dict[str, str] | None = None
    annotations: dict[str, str] | None = None


@dataclass(slots=True)
class K8sPod:
    """`flyteidl.core.K8sPod`; `pod_spec` is JSON data."""

    metadata: K8sObjectMetadata | None = None
    pod_spec: dict[str, Any] | None = None
    data_config: DataLoadingConfig | None = None
    primary_container_name: str | None = None


class _Dialect:
    """`flyteidl.core.Sql.Dialect`, numbered as flytekit numbers it."""

    ANSI = 0
    HIVE = 1


@dataclass(slots=True)
class Sql:
    """`flyteidl.core.Sql`."""

    Dialect = _Dialect

    statement: str | None = None
    dialect: int = 0


@dataclass(slots=True)
class ExtendedResources:
    """What `flyteidl.core.ExtendedResources` is made of."""

    accelerator: Any = None
    shared_memory: bool | str | None = None
