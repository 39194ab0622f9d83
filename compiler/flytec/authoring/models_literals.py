"""Literals as values, by the names of `flytekit.models.literals`; see `models_types.py`."""

from __future__ import annotations

import datetime as dates
from dataclasses import dataclass
from typing import Any

from flytec.authoring.models_types import BlobType, Error, LiteralType, Model, SchemaType, StructuredDatasetType


@dataclass
class Primitive(Model):
    """`flyteidl.core.Primitive`; a moment without a zone is in UTC."""

    integer: int | None = None
    float_value: float | None = None
    string_value: str | None = None
    boolean: bool | None = None
    datetime: dates.datetime | None = None
    duration: dates.timedelta | None = None

    def __post_init__(self) -> None:
        if self.datetime is not None and self.datetime.tzinfo is None:
            self.datetime = self.datetime.replace(tzinfo=dates.timezone.utc)

    @property
    def value(self) -> Any:
        """The field that is set."""
        return _first(self.integer, self.float_value, self.string_value, self.boolean, self.datetime, self.duration)


@dataclass
class Binary(Model):
    """`flyteidl.core.Binary`."""

    value: bytes
    tag: str


@dataclass
class BlobMetadata(Model):
    """`flyteidl.core.BlobMetadata`."""

    type: BlobType


@dataclass
class Blob(Model):
    """`flyteidl.core.Blob`."""

    metadata: BlobMetadata
    uri: str


@dataclass
class Schema(Model):
    """`flyteidl.core.Schema`."""

    uri: str
    type: SchemaType


@dataclass
class StructuredDatasetMetadata(Model):
    """`flyteidl.core.StructuredDatasetMetadata`."""

    structured_dataset_type: StructuredDatasetType | None = None


@dataclass
class StructuredDataset(Model):
    """`flyteidl.core.StructuredDataset`."""

    uri: str
    metadata: StructuredDatasetMetadata | None = None


@dataclass
class Void(Model):
    """`flyteidl.core.Void`."""


@dataclass(init=False)
class Union(Model):
    """`flyteidl.core.Union`."""

    value: Literal
    type: LiteralType

    def __init__(self, value: Literal, stored_type: LiteralType) -> None:
        self.value = value
        self.type = stored_type

    @property
    def stored_type(self) -> LiteralType:
        """The type of the variant."""
        return self.type


@dataclass
class Scalar(Model):
    """`flyteidl.core.Scalar`; one field is set."""

    primitive: Primitive | None = None
    blob: Blob | None = None
    binary: Binary | None = None
    schema: Schema | None = None
    union: Union | None = None
    none_type: Void | None = None
    error: Error | None = None
    generic: Any = None  # a google.protobuf.Struct
    structured_dataset: StructuredDataset | None = None

    @property
    def value(self) -> Any:
        """The field that is set."""
        return _first(
            *(self.primitive, self.blob, self.binary, self.schema, self.union, self.none_type, self.error),
            *(self.generic, self.structured_dataset),
        )


@dataclass
class LiteralCollection(Model):
    """`flyteidl.core.LiteralCollection`."""

    literals: list[Literal]


@dataclass
class LiteralMap(Model):
    """`flyteidl.core.LiteralMap`."""

    literals: dict[str, Literal]


@dataclass
class LiteralOffloadedMetadata(Model):
    """`flyteidl.core.LiteralOffloadedMetadata`."""

    uri: str | None = None
    size_bytes: int | None = None
    inferred_type: LiteralType | None = None


@dataclass
class Literal(Model):
    """`flyteidl.core.Literal`; one of the first three fields is set."""

    scalar: Scalar | None = None
    collection: LiteralCollection | None = None
    map: LiteralMap | None = None
    hash: str | None = None
    metadata: dict[str, str] | None = None
    offloaded_metadata: LiteralOffloadedMetadata | None = None

    @property
    def value(self) -> Any:
        """The field that is set."""
        return _first(self.scalar, self.collection, self.map)

    def set_metadata(self, metadata: dict[str, str]) -> None:
        """Replaces the metadata."""
        self.metadata = metadata


def _first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)
