"""Where the value of a promise comes from, and of what type it is.

Rule: `validateBinding` in flytepropeller's `pkg/compiler/validators/bindings.go`, and `typing.ParseVarName`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from flytec.checks.compiler.interface import Type
from flytec.checks.compiler.names import START
from flytec.checks.compiler.report import Report
from flytec.checks.compiler.scope import NodeState, Scope
from flytec.checks.types.text import type_text
from flytec.codes import (
    FIELD_NOT_FOUND,
    MISMATCHING_TYPES,
    NODE_REFERENCE_NOT_FOUND,
    PARAMETER_NOT_BOUND,
    SYNTAX_ERROR,
    VALUE_REQUIRED,
    VARIABLE_NAME_NOT_FOUND,
    Code,
)
from flytec.ir import pb

_VARIABLE = re.compile(r"(?:\[(\d+)\]\.)?(\w+)", re.ASCII)
_INDEX_DIGITS = 19


class Place(NamedTuple):
    """Where a value is bound: an input of a node, or an output of the workflow."""

    scope: Scope
    report: Report
    taker: NodeState
    name: str
    where: str

    def below(self, suffix: str) -> "Place":
        """A value within this one."""
        return self._replace(where=f"{self.where}{suffix}")

    def error(self, code: Code, message: str, hint: str = "") -> None:
        """Reports what is wrong with the value; `message` goes on from the name of the input."""
        subject = self.taker.input_label(self.name)
        self.report.error(code, self.where, f"{subject} {message}", node=self.taker.id, hint=hint)


class Source(NamedTuple):
    """What a promise stands for: an output of `producer`, the type of it as a whole, and that of the part it means."""

    producer: NodeState
    label: str
    whole: Type
    type: Type
    is_part: bool


def is_plain_name(name: str) -> bool:
    """Whether a promise's variable is the name of an output, and nothing else."""
    return name.isidentifier() and name.isascii()


def find_source(place: Place, promise: pb.OutputReference) -> Source | None:
    """Resolves a promise; reports what stands in the way and returns None where it leads nowhere."""
    producer = place.scope.nodes.get(promise.node_id or START)
    if producer is None:
        _no_node(place, promise.node_id)
        return None
    parsed = _parse(promise.var)
    if parsed is None:
        place.error(
            SYNTAX_ERROR,
            f"comes from an output named {promise.var!r}, expected a name of letters, digits and '_'",
            "Rename the output.",
        )
        return None
    has_index, name = parsed
    if producer.outputs is None:
        _no_outputs(place, producer)
    elif name not in producer.outputs:
        _no_output(place, producer, name, producer.outputs)
    else:
        whole = producer.outputs[name]
        return _part(place, promise, Source(producer, producer.output_label(name), whole, whole, False), has_index)
    return None


def _parse(variable: str) -> tuple[bool, str] | None:
    """Whether a variable has an index in front, and its name; what does not belong to either is dropped."""
    found = list(_VARIABLE.finditer(variable))
    if len(found) != 1:
        return None
    index, name = found[0].groups()
    if index and (len(index.lstrip("0")) > _INDEX_DIGITS or int(index) >= 2**63):
        return None
    return index is not None, name


def _part(place: Place, promise: pb.OutputReference, source: Source, has_index: bool) -> Source | None:
    """Goes into an output by the index in front of its name and by attributes."""
    held = source.whole
    if has_index and held is not None:
        if held.WhichOneof("type") != "collection_type":
            place.error(
                MISMATCHING_TYPES,
                f"is an element of {source.label}, which is of type {type_text(held)}, expected a list",
            )
            return None
        held = held.collection_type
    for attribute in promise.attr_path:
        if held is None:
            break
        inner = _attribute_type(held, attribute)
        if inner is None:
            _no_field(place, source, held, attribute)
            return None
        held = inner
    return source._replace(type=held, is_part=has_index or bool(promise.attr_path))


def _attribute_type(of: pb.LiteralType, attribute: pb.PromiseAttribute) -> Type:
    """The type behind an attribute; types that have no parts are left as they are, as the server does."""
    match of.WhichOneof("type"):
        case "collection_type":
            return of.collection_type
        case "map_value_type":
            return of.map_value_type
        case _:
            fields = of.structure.dataclass_type
            if not fields:
                return of
            return fields.get(attribute.string_value)


def _no_field(place: Place, source: Source, of: pb.LiteralType, attribute: pb.PromiseAttribute) -> None:
    wanted = attribute.string_value if attribute.WhichOneof("value") == "string_value" else attribute.int_value
    place.error(
        FIELD_NOT_FOUND,
        f"is the field {wanted!r} of {source.label}, expected {_one_of(sorted(of.structure.dataclass_type))}, "
        f"the fields of {type_text(of)}",
    )


def _no_node(place: Place, identity: str) -> None:
    if identity in place.scope.all_ids():
        message = f"comes from {identity!r}, which stands behind it, expected a node before it"
        hint = "Call what gives the value before the conditional or gate that uses it."
    else:
        message = f"comes from {identity!r}, which is none of the workflow's own nodes, expected one of those"
        hint = "Use outputs of nodes outside of conditionals, and none of the failure node." if identity else ""
    place.error(NODE_REFERENCE_NOT_FOUND, message, hint)
    _unbound(place)


def _no_outputs(place: Place, producer: NodeState) -> None:
    place.report.error(
        VALUE_REQUIRED,
        producer.where,
        f"{producer.label()} has no outputs that other nodes could use, since it is wrong itself; expected some",
        node=producer.id,
    )
    _unbound(place)


def _no_output(place: Place, producer: NodeState, name: str, outputs: Mapping[str, Type]) -> None:
    what = "an input" if producer.id == START else "an output"
    label = "the workflow" if producer.id == START else producer.label()
    renamed = producer.node is not None and producer.interface is not None and name in producer.interface.outputs
    place.error(
        VARIABLE_NAME_NOT_FOUND,
        f"comes from {name!r} of {label}, which has no such name, expected {_one_of(sorted(outputs), what)}",
        "Leave out the alias: where it is set, the output has no other name." if renamed else "",
    )
    _unbound(place)


def _unbound(place: Place) -> None:
    """The server counts a value that leads nowhere as none."""
    place.error(PARAMETER_NOT_BOUND, "has no value, since what it comes from is not there; expected one")


def _one_of(names: Sequence[str], nothing: str = "a field") -> str:
    return f"one of {', '.join(map(repr, names))}" if names else f"one that has {nothing}"
