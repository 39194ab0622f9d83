"""Literal types as values, by the names of `flytekit.models`: what transformers of the user's own are written in.

The fields of a model are those of the flyteidl message of its name, so that `lower/types/models.py` needs no table of
them. A field that is None is not set.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NoReturn

from flytec.authoring.types.running import only_while_running


class Model:
    """A flyteidl message as a value; what needs messages themselves is for running tasks."""

    def to_flyte_idl(self) -> NoReturn:
        """Raises FTC209: messages are made when everything has been declared."""
        raise only_while_running(f"{type(self).__name__}.to_flyte_idl()")

    @classmethod
    def from_flyte_idl(cls, _message: Any) -> NoReturn:
        """Raises FTC209, as `to_flyte_idl`."""
        raise only_while_running(f"{cls.__name__}.from_flyte_idl()")


class SimpleType:
    """`flyteidl.core.SimpleType`."""

    NONE = 0
    INTEGER = 1
    FLOAT = 2
    STRING = 3
    BOOLEAN = 4
    DATETIME = 5
    DURATION = 6
    BINARY = 7
    ERROR = 8
    STRUCT = 9


@dataclass
class BlobType(Model):
    """`flyteidl.core.BlobType`."""

    class BlobDimensionality:
        """`flyteidl.core.BlobType.BlobDimensionality`."""

        SINGLE = 0
        MULTIPART = 1

    format: str
    dimensionality: int


@dataclass
class EnumType(Model):
    """`flyteidl.core.EnumType`."""

    values: list[str]


@dataclass
class SchemaColumn(Model):
    """`flyteidl.core.SchemaType.SchemaColumn`."""

    class SchemaColumnType:
        """`flyteidl.core.SchemaType.SchemaColumn.SchemaColumnType`."""

        INTEGER = 0
        FLOAT = 1
        STRING = 2
        BOOLEAN = 3
        DATETIME = 4
        DURATION = 5

    name: str
    type: int


@dataclass
class SchemaType(Model):
    """`flyteidl.core.SchemaType`."""

    columns: list[SchemaColumn]


@dataclass
class UnionType(Model):
    """`flyteidl.core.UnionType`."""

    variants: list[LiteralType]


@dataclass
class TypeStructure(Model):
    """`flyteidl.core.TypeStructure`."""

    tag: str
    dataclass_type: dict[str, LiteralType] | None = None


@dataclass
class TypeAnnotation(Model):
    """`flyteidl.core.TypeAnnotation`: free data that is no part of the type."""

    annotations: dict[str, Any] | None

    @classmethod
    def merge_annotations(cls, annotation: TypeAnnotation, other_annotation: TypeAnnotation) -> TypeAnnotation:
        """Both; where both have a key, the other's value stays."""
        return cls({**(annotation.annotations or {}), **(other_annotation.annotations or {})})


@dataclass
class DatasetColumn(Model):
    """`flyteidl.core.StructuredDatasetType.DatasetColumn`."""

    name: str
    literal_type: LiteralType


@dataclass
class StructuredDatasetType(Model):
    """`flyteidl.core.StructuredDatasetType`."""

    columns: list[DatasetColumn] = field(default_factory=list)
    format: str = ""
    external_schema_type: str | None = None
    external_schema_bytes: bytes | None = None


# Where flytekit has them: SchemaType.SchemaColumn, StructuredDatasetType.DatasetColumn.
SchemaType.SchemaColumn = SchemaColumn  # type: ignore[attr-defined]
StructuredDatasetType.DatasetColumn = DatasetColumn  # type: ignore[attr-defined]


@dataclass
class LiteralType(Model):
    """`flyteidl.core.LiteralType`; one of the first eight fields is set."""

    simple: int | None = None
    schema: SchemaType | None = None
    collection_type: LiteralType | None = None
    map_value_type: LiteralType | None = None
    blob: BlobType | None = None
    enum_type: EnumType | None = None
    union_type: UnionType | None = None
    structured_dataset_type: StructuredDatasetType | None = None
    metadata: dict[str, Any] | None = None
    structure: TypeStructure | None = None
    annotation: TypeAnnotation | None = None


@dataclass
class Error(Model):
    """`flyteidl.core.Error`."""

    failed_node_id: str
    message: str
