"""All values in a message, each under the path of its field, in the names of the `.proto` files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from flytec.ir import pb
from flytec.ir.program import Unit

_NODE = re.compile(r"template\.(?:nodes\[(\d+)\]|failure_node)(?:\.|$)")


class Leaf(NamedTuple):
    """One value: its path from the message, the message that has it, and the name of its field there."""

    path: str
    owner: pb.Message
    name: str
    value: Any


def leaves(message: pb.Message, *, of_identifiers: bool = False) -> Iterator[Leaf]:
    """The scalar values that are set, at any depth, in the order of the fields.

    Those of identifiers are left out unless they are asked for.
    """
    pending: list[Iterator[tuple[str, pb.Message, str, Any]]] = [_fields("", message)]
    while pending:
        step = next(pending[-1], None)
        if step is None:
            pending.pop()
            continue
        path, owner, name, value = step
        if not isinstance(value, pb.Message):
            yield Leaf(path, owner, name, value)
        elif of_identifiers or not isinstance(value, pb.Identifier):
            pending.append(_fields(path, value))


def messages(message: pb.Message) -> Iterator[tuple[str, pb.Message]]:
    """The messages in a message, at any depth, each with its path."""
    pending = [("", message)]
    while pending:
        path, held = pending.pop()
        parts = [(where, value) for where, _, _, value in _fields(path, held) if isinstance(value, pb.Message)]
        yield from parts
        pending.extend(reversed(parts))


def node_at(unit: Unit, path: str) -> str:
    """The id of the workflow's own node that a path lies in, empty where it lies in none."""
    found = _NODE.match(path)
    if found is None or not isinstance(unit.message, pb.WorkflowSpec):
        return ""
    template = unit.message.template
    return template.nodes[int(found[1])].id if found[1] else template.failure_node.id


def _fields(path: str, message: pb.Message) -> Iterator[tuple[str, pb.Message, str, Any]]:
    """The values of the fields that are set: each item of a list, each value of a map."""
    prefix = f"{path}." if path else ""
    for field, value in message.ListFields():
        name = field.name
        if isinstance(value, (str, bytes, pb.Message)):
            yield f"{prefix}{name}", message, name, value
        elif isinstance(value, Mapping):
            for key in sorted(value):
                yield f"{prefix}{name}[{key!r}]", message, name, value[key]
        elif isinstance(value, Sequence):
            for index, item in enumerate(value):
                yield f"{prefix}{name}[{index}]", message, name, item
        else:
            yield f"{prefix}{name}", message, name, value
