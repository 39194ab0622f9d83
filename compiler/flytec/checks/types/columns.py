"""Casts between tables: schemas and structured datasets, by format and by column."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from flytec.checks.types.cast import Cast, all_of, cast_of
from flytec.ir import pb

_PARQUET = "parquet"
_Column = pb.SchemaType.SchemaColumn.SchemaColumnType
_SIMPLE_OF: Mapping[int, int] = MappingProxyType(
    {_Column.Value(name): pb.SimpleType.Value(name) for name in _Column.keys()}  # noqa: SIM118, an enum is no mapping
)


def schema_cast(upstream: pb.LiteralType, downstream: pb.SchemaType) -> Cast:
    """Whether a schema or a dataset of parquet goes where a schema is expected."""
    match upstream.WhichOneof("type"):
        case "schema":
            return _schema_columns(upstream.schema, downstream)
        case "structured_dataset_type":
            dataset = upstream.structured_dataset_type
            if not _is_parquet(dataset.format):
                return Cast.NO
            held = {column.name: column.literal_type for column in dataset.columns}
            if not held:
                return Cast.YES
            return cast_of(all(_is_like(column, held.get(column.name)) for column in downstream.columns))
        case _:
            return Cast.NO


def dataset_cast(
    upstream: pb.LiteralType,
    downstream: pb.StructuredDatasetType,
    casts: Callable[[pb.LiteralType, pb.LiteralType], Cast],
) -> Cast:
    """Whether a schema or a dataset goes where a dataset is expected; `casts` compares the columns of two datasets."""
    match upstream.WhichOneof("type"):
        case "schema":
            if not _is_parquet(downstream.format):
                return Cast.NO
            columns = {column.name: column for column in upstream.schema.columns}
            if not columns:
                return Cast.YES
            return cast_of(
                all(
                    column.name in columns and _is_like(columns[column.name], column.literal_type)
                    for column in downstream.columns
                )
            )
        case "structured_dataset_type":
            dataset = upstream.structured_dataset_type
            formats = dataset.format.lower(), downstream.format.lower()
            if formats[0] != formats[1] and "" not in formats:
                return Cast.NO
            held = {column.name: column.literal_type for column in dataset.columns}
            if not held:
                return Cast.YES
            return all_of(
                casts(held[column.name], column.literal_type) if column.name in held else Cast.NO
                for column in downstream.columns
            )
        case _:
            return Cast.NO


def _schema_columns(upstream: pb.SchemaType, downstream: pb.SchemaType) -> Cast:
    held = {column.name: column.type for column in upstream.columns}
    if not held:
        return Cast.YES
    return cast_of(all(held.get(column.name) == column.type for column in downstream.columns))


def _is_like(column: pb.SchemaType.SchemaColumn, of: pb.LiteralType | None) -> bool:
    """Whether a schema's column is of the same type as a dataset's."""
    return of is not None and of.WhichOneof("type") == "simple" and _SIMPLE_OF.get(column.type) == of.simple


def _is_parquet(name: str) -> bool:
    return not name or name.lower() == _PARQUET


def has_twin_columns(of: pb.LiteralType) -> bool:
    """Whether a table in the type has two columns of one name: such a type may not cast to itself."""
    match of.WhichOneof("type"):
        case "schema":
            return _has_twins([column.name for column in of.schema.columns])
        case "structured_dataset_type":
            columns = of.structured_dataset_type.columns
            inner = any(has_twin_columns(column.literal_type) for column in columns)
            return inner or _has_twins([column.name for column in columns])
        case "collection_type":
            return has_twin_columns(of.collection_type)
        case "map_value_type":
            return has_twin_columns(of.map_value_type)
        case "union_type":
            return any(map(has_twin_columns, of.union_type.variants))
        case _:
            return False


def _has_twins(names: Sequence[str]) -> bool:
    return len(set(names)) < len(names)
