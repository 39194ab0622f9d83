"""Flyte literals as Python would spell them: a Literal in, `{'a': [1, 2]}` out."""

from typing import Any

from flytec.ir import pb
from flytec.ir.plain import to_plain
from flytec.view.names import duration_text

UNSET = "<unset>"


def literal_text(literal: pb.Literal) -> str:
    """The value; what a file, dataset or large value holds is named by its URI."""
    match literal.WhichOneof("value"):
        case "scalar":
            return scalar_text(literal.scalar)
        case "collection":
            return f"[{', '.join(literal_text(one) for one in literal.collection.literals)}]"
        case "map":
            held = literal.map.literals
            return "{" + ", ".join(f"{name!r}: {literal_text(held[name])}" for name in sorted(held)) + "}"
        case "offloaded_metadata":
            return f"<offloaded to {literal.offloaded_metadata.uri!r}>"
        case _:
            return UNSET


def scalar_text(scalar: pb.Scalar) -> str:
    """A single value."""
    match scalar.WhichOneof("value"):
        case "primitive":
            return primitive_text(scalar.primitive)
        case "none_type":
            return "None"
        case "union":
            return literal_text(scalar.union.value)
        case "generic":
            return _struct(scalar.generic)
        case "binary":
            return _binary(scalar.binary)
        case "blob":
            multipart = scalar.blob.metadata.type.dimensionality == pb.BlobType.MULTIPART
            return f"{'FlyteDirectory' if multipart else 'FlyteFile'}({scalar.blob.uri!r})"
        case "structured_dataset":
            return f"StructuredDataset({scalar.structured_dataset.uri!r})"
        case "schema":
            return f"FlyteSchema({scalar.schema.uri!r})"
        case "error":
            return f"FlyteError({scalar.error.message!r})"
        case _:
            return UNSET


def primitive_text(primitive: pb.Primitive) -> str:
    """A number, string, truth value, point or length of time."""
    match primitive.WhichOneof("value"):
        case "integer":
            return repr(primitive.integer)
        case "float_value":
            return repr(primitive.float_value)
        case "string_value":
            return repr(primitive.string_value)
        case "boolean":
            return repr(primitive.boolean)
        case "datetime":
            return f"datetime({_time(primitive.datetime)!r})"
        case "duration":
            return f"timedelta({duration_text(primitive.duration)!r})"
        case _:
            return UNSET


def _time(timestamp: pb.Timestamp) -> str:
    try:
        return timestamp.ToJsonString()
    except ValueError:
        return f"{timestamp.seconds}s from 1970"


def _struct(struct: pb.Struct) -> str:
    try:
        return repr(_whole_numbers(to_plain(struct)))
    except ValueError:
        return "<a struct with numbers that JSON does not have>"


def _binary(binary: pb.Binary) -> str:
    """The data in a MessagePack value, which is how flytekit sends dataclasses; else its size."""
    if binary.tag == "msgpack":
        import msgpack

        try:
            return repr(msgpack.unpackb(binary.value, strict_map_key=False))
        except (ValueError, TypeError, ArithmeticError, RecursionError, msgpack.UnpackException):
            pass
    tag = f" of {binary.tag}" if binary.tag else ""
    return f"<{len(binary.value)} bytes{tag}>"


def _whole_numbers(data: Any) -> Any:
    """A struct knows floats only, and keeps no order: what is a whole number is shown as one, fields by name."""
    match data:
        case dict():
            return {name: _whole_numbers(data[name]) for name in sorted(data)}
        case list():
            return [_whole_numbers(value) for value in data]
        case float() if data.is_integer():
            return int(data)
        case _:
            return data
