"""How a value that user code was given is found again in messages: as it is, or as a part of a text."""

import math
import re
import struct
import uuid
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from flytec.checks.clock import varint

_SHORTEST_TEXT = 2
_SHORTEST_PART = 6
_SMALLEST_NUMBER = 10_000
_FEWEST_FOLDERS = 2
_NOTHING_SAID = frozenset(("true", "false", "none", "null", "yes", "no", "on", "off"))


class Probe(NamedTuple):
    """`needles` are bytes of which a message has to hold one; `fits` tests a value in it."""

    needles: tuple[bytes, ...]
    fits: Callable[[Any], bool]


def environment_probe(value: str) -> Probe | None:
    """Fits the value itself, and a text that a long value is part of; none for what says too little to be told."""
    if len(value) < _SHORTEST_TEXT or value.isdigit() or value.lower() in _NOTHING_SAID:
        return None
    part = _part((value,)) if len(value) >= _SHORTEST_PART else None
    return Probe(
        _bytes(value), lambda text: isinstance(text, str) and (text == value or bool(part and part.search(text)))
    )


def chance_probe(value: Any) -> Probe | None:
    """Fits what was drawn: numbers as they are, texts and numbers as part of a text; none for what may well recur."""
    match value:
        case bool():
            return None
        case int() | float():
            return _number(value)
        case uuid.UUID():
            return _text((str(value), value.hex, value.hex[:12], value.hex[:8]))
        case bytes():
            return _text((value.hex(),))
        case str():
            return _text((value,))
        case list() if value and all(isinstance(item, str) for item in value):
            return _text(("".join(value),))
        case _:
            return None


def folder_probe(folder: str) -> Probe | None:
    """Fits a text with a path in that folder; none for `/app` and its like, which images have as well."""
    if len([part for part in folder.split("/") if part]) < _FEWEST_FOLDERS:
        return None
    part = re.compile(rf"(?<![\w/]){re.escape(folder.rstrip('/'))}/")
    return Probe(_bytes(folder), lambda text: isinstance(text, str) and bool(part.search(text)))


def _number(value: int | float) -> Probe | None:
    if not math.isfinite(value) or (value == int(value) and abs(value) < _SMALLEST_NUMBER):
        return None
    part = _part((repr(value),))
    needles = (struct.pack("<d", value), repr(value).encode(), *((varint(value),) if isinstance(value, int) else ()))
    return Probe(needles, lambda found: found == value if isinstance(found, (int, float)) else _in(part, found))


def _text(texts: tuple[str, ...]) -> Probe | None:
    texts = tuple(text for text in texts if len(text) >= _SHORTEST_PART)
    if not texts:
        return None
    part = _part(texts)
    return Probe(_bytes(*texts), lambda found: _in(part, found))


def _bytes(*texts: str) -> tuple[bytes, ...]:
    return tuple(text.encode(errors="surrogateescape") for text in texts)


def _in(part: re.Pattern[str], found: Any) -> bool:
    return isinstance(found, str) and bool(part.search(found))


def _part(texts: Iterable[str]) -> re.Pattern[str]:
    """One of the texts, with nothing beside it that would make it another one."""
    return re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(map(re.escape, texts))})(?![A-Za-z0-9])")
