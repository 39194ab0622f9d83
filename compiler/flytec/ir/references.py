"""What units refer to, and which others one needs for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from flytec.ir import pb
from flytec.ir.program import Program, Unit


def submessages(message: Any) -> Iterator[Any]:
    """The message and all that are in it, but for JSON data."""
    yield message
    for field, value in message.ListFields():
        if field.message_type is None or isinstance(value, pb.Struct):
            continue
        if field.message_type.GetOptions().map_entry:
            inner: Iterable[Any] = value.values() if field.message_type.fields_by_name["value"].message_type else ()
        else:
            inner = value if hasattr(value, "add") else (value,)
        for row in inner:
            yield from submessages(row)


def reached(program: Program, name: str) -> tuple[Unit, ...]:
    """The units of that name, and those that they refer to, directly or not, in the order of the program."""
    by_key: dict[tuple[int, str], Unit] = {(unit.kind, unit.id.name): unit for unit in program}
    waiting = [key for key in by_key if key[1] == name]
    found = set(waiting)
    while waiting:
        for part in submessages(by_key[waiting.pop()].message):
            if isinstance(part, pb.Identifier):
                key = (int(part.resource_type), part.name)
                if key in by_key and key not in found:
                    found.add(key)
                    waiting.append(key)
    return tuple(unit for key, unit in by_key.items() if key in found)
