"""Looks for placeholders in what an entity was declared with: none of them may come into a message, or be passed over.

Types may be placeholders, where the table of types knows them; what stands beside them in `Annotated[...]` may not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any, get_args

from flytec.authoring.entity import Entity
from flytec.authoring.interface import Interface
from flytec.authoring.placeholders import Placeholder, refusal
from flytec.lower.literals.kinds import is_annotated

_OPAQUE = (FunctionType, BuiltinFunctionType, MethodType, ModuleType, type, str, bytes, int, float, type(None))


def refuse_placeholders(entity: Entity) -> None:
    """Raises FTC218 where something that an entity was declared with is a placeholder or holds one."""
    seen: set[int] = {id(entity)}
    pending = [*_parts(entity)]
    while pending:
        name, value = pending.pop()
        if type(value) is Placeholder:
            raise refusal(value, f"part of {entity.name}, in its {name.lstrip('_')}", at=entity.location)
        if id(value) in seen or isinstance(value, (*_OPAQUE, Entity)):
            continue
        seen.add(id(value))
        pending += [(name, each) for each in _inside(value)]


def _inside(value: Any) -> Iterator[Any]:
    match value:
        case Interface():
            for annotation in (*value.inputs.values(), *value.outputs.values()):
                yield from _beside_types(annotation)
        case Mapping():
            yield from value.keys()
            yield from value.values()
        case list() | tuple() | set() | frozenset():
            yield from value
        case _:
            yield from (part for _, part in _parts(value))


def _beside_types(annotation: Any) -> Iterator[Any]:
    """What stands beside types, at any depth, but for the types of columns."""
    if is_annotated(annotation):
        yield from (each for each in annotation.__metadata__ if not isinstance(each, Mapping))
    for each in get_args(annotation):
        yield from _beside_types(each)


def _parts(value: object) -> Iterable[tuple[str, Any]]:
    """The attributes of an object, by name."""
    attributes = getattr(value, "__dict__", {}).items()
    yield from (row for row in attributes if not row[0].startswith("__"))
    for kind in type(value).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(value, name):
                yield name, getattr(value, name)
