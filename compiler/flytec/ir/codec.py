"""Bytes, JSON and text of messages: the only place that serializes or parses.

Bytes are made in protobuf's deterministic mode, so the same message gives the same bytes in every run of one
protobuf version.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from google.protobuf.message import DecodeError, Message
from google.protobuf.struct_pb2 import Struct

M = TypeVar("M", bound=Message)

__all__ = ["DecodeError", "from_json", "has_unknown_fields", "parse", "serialize", "struct_of", "to_json", "to_text"]


def serialize(message: Message) -> bytes:
    """The message's deterministic wire form."""
    return message.SerializeToString(deterministic=True)


def parse(kind: type[M], data: bytes) -> M:
    """Reads `data` as a message of type `kind`; raises `DecodeError` where it is none."""
    return kind.FromString(data)


def has_unknown_fields(message: Message) -> bool:
    """Whether the message, at any depth, holds fields that its `.proto` file does not have."""
    known = type(message)()
    known.CopyFrom(message)
    known.DiscardUnknownFields()
    return known.ByteSize() != message.ByteSize()


def to_json(message: Message, *, sort_keys: bool = False) -> str:
    """The message as proto3 JSON, field names as in the `.proto` file, two spaces deep.

    Keys stand in field order. Those of a map stand in no order that lasts from one run to the next, so a message with
    maps wants `sort_keys`.

    Raises `ValueError` for a message that has no JSON form, such as one with a date past the year 9999.
    """
    from google.protobuf import json_format

    try:
        return json_format.MessageToJson(
            message, preserving_proto_field_name=True, ensure_ascii=False, indent=2, sort_keys=sort_keys
        )
    except (ArithmeticError, TypeError, json_format.Error) as error:
        raise ValueError(str(error)) from error


def from_json(kind: type[M], text: str | bytes, *, ignore_unknown_fields: bool = False) -> M:
    """Reads proto3 JSON as a message of type `kind`; raises `ValueError` where it is none."""
    from google.protobuf import json_format

    message = kind()
    try:
        json_format.Parse(text, message, ignore_unknown_fields=ignore_unknown_fields)
    except (RecursionError, json_format.ParseError) as error:
        raise ValueError(str(error)) from error
    return message


def to_text(message: Message) -> str:
    """The message in protobuf's text form, one field a line, map entries sorted by key."""
    from google.protobuf import text_format

    return text_format.MessageToString(message, as_utf8=True)


def struct_of(data: Mapping[str, Any]) -> Struct:
    """JSON data as a `google.protobuf.Struct`; raises `TypeError` or `ValueError` for what JSON cannot hold."""
    from google.protobuf import json_format

    struct = Struct()
    try:
        json_format.Parse(json.dumps(data), struct)
    except (RecursionError, json_format.ParseError) as error:
        raise ValueError(str(error)) from error
    return struct
