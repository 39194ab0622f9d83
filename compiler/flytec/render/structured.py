"""Messages for machines: proto3 JSON, or the same data as YAML."""

import json
from enum import Enum
from typing import TextIO

from flytec.ir.codec import to_json, to_text
from flytec.ir.pb import Message


class Structured(Enum):
    """A machine-readable format."""

    JSON = "json"
    YAML = "yaml"


def write_message(message: Message, stream: TextIO, form: Structured, *, sort_keys: bool = False) -> None:
    """Writes the message as one document, keys as `to_json` has them.

    Raises `ValueError` for a message that has no JSON form.
    """
    text = to_json(message, sort_keys=sort_keys)
    match form:
        case Structured.JSON:
            stream.write(text + "\n")
        case Structured.YAML:
            import yaml

            data = json.loads(text)
            yaml.dump(data, stream, Dumper=yaml.SafeDumper, sort_keys=False, allow_unicode=True, width=120)


def write_message_text(message: Message, stream: TextIO) -> None:
    """Writes the message in protobuf's text form."""
    stream.write(to_text(message))
