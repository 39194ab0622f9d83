"""Message types by their dotted Python name, as `flyte-cli parse-proto` took them."""

import importlib
import re

from google.protobuf.message import Message

_DOTTED = re.compile(r"(flyteidl(?:\.[A-Za-z_]\w*)*\.\w+_pb2)\.([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)", re.ASCII)


def message_type(dotted: str) -> type[Message]:
    """The message class that `flyteidl.<module>_pb2.<Message>` names.

    Only modules of flyteidl's generated messages are imported. Raises `LookupError` for any other name.
    """
    found = _DOTTED.fullmatch(dotted)
    if not found:
        raise LookupError(dotted)
    try:
        held: object = importlib.import_module(found[1])
    except ImportError as error:
        raise LookupError(dotted) from error
    for name in found[2].split("."):
        held = getattr(held, name, None)
    if not (isinstance(held, type) and issubclass(held, Message) and held.__module__.startswith("flyteidl.")):
        raise LookupError(dotted)
    return held
