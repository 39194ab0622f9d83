"""Messages as plain Python data."""

from typing import Any

from google.protobuf.message import Message


def to_plain(message: Message) -> Any:
    """What the message's proto3 JSON says, with JSON's field names: a dict, or a string for a timestamp and its like.

    Raises `ValueError` for a message that has no JSON form.
    """
    from google.protobuf import json_format

    try:
        return json_format.MessageToDict(message)
    except (ArithmeticError, TypeError, json_format.Error) as error:
        raise ValueError(str(error)) from error
