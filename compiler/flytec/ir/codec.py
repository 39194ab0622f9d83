"""Bytes and JSON of messages: the only place that serializes or parses.

Bytes are made in protobuf's deterministic mode, so the same message gives the same bytes in every run of one
protobuf version.
"""

from typing import TypeVar

from google.protobuf import json_format
from google.protobuf.message import DecodeError, Message

M = TypeVar("M", bound=Message)

__all__ = ["DecodeError", "from_json", "parse", "serialize", "to_json"]


def serialize(message: Message) -> bytes:
    """The message's deterministic wire form."""
    return message.SerializeToString(deterministic=True)


def parse(kind: type[M], data: bytes) -> M:
    """Reads `data` as a message of type `kind`; raises `DecodeError` where it is none."""
    return kind.FromString(data)


def to_json(message: Message) -> str:
    """The message as proto3 JSON, field names as in the `.proto` file, keys in field order, two spaces deep."""
    return json_format.MessageToJson(message, preserving_proto_field_name=True, ensure_ascii=False, indent=2)


def from_json(kind: type[M], text: str) -> M:
    """Reads proto3 JSON as a message of type `kind`; raises `ValueError` where it is none."""
    message = kind()
    try:
        json_format.Parse(text, message)
    except json_format.ParseError as error:
        raise ValueError(str(error)) from error
    return message
