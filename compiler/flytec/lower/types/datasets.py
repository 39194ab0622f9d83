"""Literal types of structured datasets, dataframes and schemas."""

import dataclasses
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_args

from flytec.authoring.placeholders import missing_name
from flytec.codes import UNSUPPORTED_TYPE
from flytec.ir import pb
from flytec.lower.literals.kinds import (
    NotCoveredError,
    PythonType,
    TypeSystem,
    dotted_name,
    dotted_names,
    is_annotated,
    origin_of,
    refused_type,
    type_label,
)

_SIMPLE = pb.SimpleType
_COLUMN = pb.SchemaType.SchemaColumn

# Python and numpy types that a column may have, by dotted name: numpy need not be there.
_COLUMN_TYPES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        **dict.fromkeys(("builtins.int", "numpy.int32", "numpy.int64"), (_SIMPLE.INTEGER, _COLUMN.INTEGER)),
        **dict.fromkeys(("numpy.uint32", "numpy.uint64"), (_SIMPLE.INTEGER, _COLUMN.INTEGER)),
        **dict.fromkeys(("builtins.float", "numpy.float32", "numpy.float64"), (_SIMPLE.FLOAT, _COLUMN.FLOAT)),
        **dict.fromkeys(("builtins.bool", "numpy.bool", "numpy.bool_"), (_SIMPLE.BOOLEAN, _COLUMN.BOOLEAN)),
        **dict.fromkeys(("datetime.datetime", "numpy.datetime64"), (_SIMPLE.DATETIME, _COLUMN.DATETIME)),
        **dict.fromkeys(("datetime.timedelta", "numpy.timedelta64"), (_SIMPLE.DURATION, _COLUMN.DURATION)),
        **dict.fromkeys(
            ("builtins.str", "numpy.str_", "numpy.bytes_", "numpy.object_"), (_SIMPLE.STRING, _COLUMN.STRING)
        ),
    }
)
_ARROW_SCHEMA = "pyarrow.lib.Schema"


def dataset_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """A structured dataset, with the columns, format and Arrow schema that `Annotated` gives.

    Other metadata is passed over. Of several sets of columns the last one counts.
    """
    columns: Mapping[str, Any] = {}
    storage_format, arrow = "", None
    for each in get_args(python_type)[1:] if is_annotated(python_type) else ():
        if missing_name(each):
            raise _untold(each, python_type)
        if hasattr(each, "__annotations__"):
            columns = each.__annotations__
        elif isinstance(each, dict):
            columns = each
        elif isinstance(each, str):
            storage_format = _the_only("format", storage_format, each, python_type)
        elif _ARROW_SCHEMA in dotted_names(type(each)):
            arrow = _the_only("Arrow schema", arrow, each, python_type)
    described = pb.StructuredDatasetType(format=storage_format)
    for name, column in _flat(columns):
        described.columns.add(name=name, literal_type=_column_type(column))
    if arrow:
        described.external_schema_type = "arrow"
        described.external_schema_bytes = arrow.to_string().encode()
    return pb.LiteralType(structured_dataset_type=described)


def schema_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """A schema with the columns of `FlyteSchema[kwtypes(...)]`."""
    schema = pb.SchemaType()
    for name, column in python_type.columns().items():
        known = _known_column(column)
        if known is None:
            raise _unknown_column(column)
        schema.columns.add(name=name, type=known[1])
    return pb.LiteralType(schema=schema)


def any_schema_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """A schema that says nothing of its columns."""
    return pb.LiteralType(schema=pb.SchemaType())


def _untold(metadata: Any, python_type: PythonType) -> NotCoveredError:
    message = (
        f"{type_label(get_args(python_type)[0])} is annotated with {missing_name(metadata)}, which is not installed, "
        "expected columns, a format or a schema that exist while compiling"
    )
    return NotCoveredError(UNSUPPORTED_TYPE, message, "use kwtypes(...) for the columns, or install the library")


def _the_only(what: str, present: Any, found: Any, python_type: PythonType) -> Any:
    if not present:
        return found
    message = f"{type_label(get_args(python_type)[0])} is annotated with more than one {what}, expected one"
    raise refused_type(message, "keep one")


def _flat(columns: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Names and types of columns; the columns of a dict or dataclass have its name and a dot in front."""
    for name, column in columns.items():
        path = f"{prefix}{name}"
        if dataclasses.is_dataclass(column):
            yield from _flat({field.name: field.type for field in _all_fields(column)}, f"{path}.")
        elif isinstance(column, dict):
            yield from _flat(column, f"{path}.")
        else:
            yield path, column


def _all_fields(cls: Any) -> Iterator["dataclasses.Field[Any]"]:
    return iter(cls.__dataclass_fields__.values())


def _column_type(column: Any) -> pb.LiteralType:
    known = _known_column(column)
    if known is not None:
        return pb.LiteralType(simple=known[0])  # type: ignore[arg-type]
    if origin_of(column) is list and get_args(column):
        return pb.LiteralType(collection_type=_column_type(get_args(column)[0]))
    if origin_of(column) is dict and get_args(column):
        return pb.LiteralType(map_value_type=_column_type(get_args(column)[1]))
    raise _unknown_column(column)


def _known_column(column: Any) -> tuple[int, int] | None:
    if not isinstance(column, type):
        return None
    return _COLUMN_TYPES.get(missing_name(column) or dotted_name(column))


def _unknown_column(column: Any) -> Exception:
    message = (
        f"a column is of type {type_label(column)}, expected int, float, bool, str, datetime, timedelta or a numpy type"
    )
    return refused_type(message, "use one of these types")
