"""Flyte types in one line of Python's spelling, for messages."""

from collections.abc import Mapping
from types import MappingProxyType

from flytec.checks.types.inferred import UNTYPED_TAG
from flytec.ir import pb

_SIMPLE: Mapping[int, str] = MappingProxyType(
    {
        pb.SimpleType.Value(name): shown
        for name, shown in (
            ("NONE", "None"),
            ("INTEGER", "int"),
            ("FLOAT", "float"),
            ("STRING", "str"),
            ("BOOLEAN", "bool"),
            ("DATETIME", "datetime"),
            ("DURATION", "timedelta"),
            ("BINARY", "bytes"),
            ("ERROR", "FlyteError"),
        )
    }
)
_STRUCT = pb.SimpleType.Value("STRUCT")
_MULTIPART = pb.BlobType.BlobDimensionality.Value("MULTIPART")
_COLUMN = pb.SchemaType.SchemaColumn.SchemaColumnType
_PICKLE = "PythonPickle"
_NOT_SET = "a type that is not set"


def type_text(of: pb.LiteralType) -> str:
    """The type as its annotation would be written: `Dict[str, Optional[int]]`."""
    match of.WhichOneof("type"):
        case "simple":
            return _title(of) if of.simple == _STRUCT else _SIMPLE.get(of.simple, f"simple type {of.simple}")
        case "collection_type":
            return f"List[{type_text(of.collection_type)}]"
        case "map_value_type":
            return f"Dict[str, {type_text(of.map_value_type)}]"
        case "enum_type":
            return f"Enum[{', '.join(map(repr, of.enum_type.values))}]"
        case "union_type":
            return _union([type_text(variant) for variant in of.union_type.variants])
        case "blob":
            return _blob(of.blob)
        case "structured_dataset_type":
            dataset = of.structured_dataset_type
            columns = [f"{one.name}: {type_text(one.literal_type)}" for one in dataset.columns]
            return _with("StructuredDataset", ([repr(dataset.format)] if dataset.format else []) + columns)
        case "schema":
            return _with("FlyteSchema", [f"{one.name}: {_column(one)}" for one in of.schema.columns])
        case _:
            return UNTYPED_TAG if of.structure.tag == UNTYPED_TAG else _NOT_SET


def _title(of: pb.LiteralType) -> str:
    """The name of a dataclass: its JSON schema's title, or the definition that the schema is."""
    for key in ("title", "$ref"):
        if of.HasField("metadata") and key in of.metadata.fields:
            name = of.metadata.fields[key].string_value.rpartition("/")[2]
            if name:
                return name
    return "dict"


def _union(variants: list[str]) -> str:
    others = [variant for variant in variants if variant != "None"]
    if len(others) == 1 and len(variants) == 2:
        return f"Optional[{others[0]}]"
    return _with("Union", variants)


def _blob(of: pb.BlobType) -> str:
    if of.format == _PICKLE:
        return "FlytePickle"
    kind = "FlyteDirectory" if of.dimensionality == _MULTIPART else "FlyteFile"
    return _with(kind, [repr(of.format)] if of.format else [])


def _column(column: pb.SchemaType.SchemaColumn) -> str:
    """A column's type; the names of both enums are the same, their numbers are not."""
    names = _COLUMN.DESCRIPTOR.values_by_number
    held = names.get(column.type)
    return _SIMPLE[pb.SimpleType.Value(held.name)] if held else f"column type {column.type}"


def _with(name: str, arguments: list[str]) -> str:
    return f"{name}[{', '.join(arguments)}]" if arguments else name
