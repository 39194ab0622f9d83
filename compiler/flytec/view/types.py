"""Flyte types as Python would spell them: a LiteralType in, `Dict[str, List[int]]` out."""

from typing import Any

from flytec.ir import pb
from flytec.ir.plain import to_plain
from flytec.view.names import enum_name

UNKNOWN = "?"
"""Stands for a type that the file does not set, or that a later flyteidl has."""

_SIMPLE = {
    "NONE": "None",
    "INTEGER": "int",
    "FLOAT": "float",
    "STRING": "str",
    "BOOLEAN": "bool",
    "DATETIME": "datetime",
    "DURATION": "timedelta",
    "BINARY": "bytes",
    "ERROR": "FlyteError",
}
_COLUMN = {
    "INTEGER": "int",
    "FLOAT": "float",
    "STRING": "str",
    "BOOLEAN": "bool",
    "DATETIME": "datetime",
    "DURATION": "timedelta",
}


def type_text(of: pb.LiteralType) -> str:
    """The type, as close to the annotation it came from as the message still tells."""
    match of.WhichOneof("type"):
        case "simple":
            return _simple(of)
        case "collection_type":
            return f"List[{type_text(of.collection_type)}]"
        case "map_value_type":
            return f"Dict[str, {type_text(of.map_value_type)}]"
        case "enum_type":
            return _literal(list(of.enum_type.values))
        case "union_type":
            return _union([type_text(variant) for variant in of.union_type.variants])
        case "blob":
            return _blob(of)
        case "structured_dataset_type":
            return _dataset(of.structured_dataset_type)
        case "schema":
            return _parametrized("FlyteSchema", [f"{one.name}: {_column(one)}" for one in of.schema.columns])
        case _:
            return UNKNOWN


def _simple(of: pb.LiteralType) -> str:
    name = enum_name(of, "simple")
    if name == "STRUCT":
        return _title(of) or "dict"
    values = _annotations(of).get("literal_values")
    return _literal(values) if isinstance(values, list) and values else _SIMPLE.get(name, UNKNOWN)


def _title(of: pb.LiteralType) -> str:
    """The name of a dataclass or pydantic model: its JSON schema's title, or the definition that the schema is."""
    schema = _plain(of.metadata)
    for key in ("title", "$ref"):
        value = schema.get(key)
        if isinstance(value, str) and value:
            return value.rpartition("/")[2]
    return ""


def _union(variants: list[str]) -> str:
    others = [variant for variant in variants if variant != "None"]
    if len(others) == 1 and len(variants) == 2:
        return f"Optional[{others[0]}]"
    return _parametrized("Union", variants)


def _blob(of: pb.LiteralType) -> str:
    if of.blob.format == "PythonPickle":
        # `<class 'pkg.Name'>` or `typing.Any`
        held = str(_plain(of.metadata).get("python_class_name", ""))
        return _parametrized("FlytePickle", [held.removeprefix("<class '").removesuffix("'>")] if held else [])
    kind = "FlyteDirectory" if enum_name(of.blob, "dimensionality") == "MULTIPART" else "FlyteFile"
    return _parametrized(kind, [repr(of.blob.format)] if of.blob.format else [])


def _dataset(of: pb.StructuredDatasetType) -> str:
    columns = [f"{one.name}: {type_text(one.literal_type)}" for one in of.columns]
    return _parametrized("StructuredDataset", ([repr(of.format)] if of.format else []) + columns)


def _column(column: pb.SchemaType.SchemaColumn) -> str:
    return _COLUMN.get(enum_name(column, "type"), UNKNOWN)


def _literal(values: list[Any]) -> str:
    return _parametrized("Literal", [repr(_number(value)) for value in values])


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _parametrized(name: str, arguments: list[str]) -> str:
    return f"{name}[{', '.join(arguments)}]" if arguments else name


def _annotations(of: pb.LiteralType) -> dict[str, Any]:
    return _plain(of.annotation.annotations)


def _plain(struct: pb.Struct) -> dict[str, Any]:
    """The struct's data, nothing for one that has no JSON form (a NaN); only names are taken from it."""
    try:
        plain = to_plain(struct)
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}
