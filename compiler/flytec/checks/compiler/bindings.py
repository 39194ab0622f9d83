"""What nodes are given, against what they take.

Rule: `ValidateBindings` in flytepropeller's `pkg/compiler/validators/bindings.go`.
"""

from collections.abc import Mapping, Sequence

from flytec.checks.compiler.interface import Type
from flytec.checks.compiler.promises import Place, find_source
from flytec.checks.compiler.scope import NodeState, Scope
from flytec.checks.compiler.values import at_a_glance, kind_text, producers_of, type_of_scalar
from flytec.checks.types.castable import is_none
from flytec.checks.types.text import type_text
from flytec.codes import (
    MISMATCHING_BINDINGS,
    PARAMETER_BOUND_TWICE,
    PARAMETER_NOT_BOUND,
    UNBOUND_UNION_INPUT,
    VALUE_REQUIRED,
    VARIABLE_NAME_NOT_FOUND,
)
from flytec.ir import pb


def check_bindings(
    scope: Scope,
    taker: NodeState,
    bindings: Sequence[pb.Binding],
    params: Mapping[str, Type],
    where: str,
) -> set[str]:
    """Judges what `taker` is given at `where`, against what it takes; returns the nodes whose values fit."""
    bound: set[str] = set()
    producers: set[str] = set()
    for position, binding in enumerate(bindings):
        name = binding.var
        if name in params and name not in bound:
            producer = at_a_glance(scope, binding.binding, params[name])
            if producer is None:
                place = Place(scope, scope.report, taker, name, f"{where}[{position}].binding")
                producers.update(_closely(place, binding, params[name], bound))
            else:
                bound.add(name)
                if producer:
                    producers.add(producer)
        else:
            _misplaced(Place(scope, scope.report, taker, name, f"{where}[{position}].var"), params)
    if len(bound) < len(params):
        _check_unbound(scope, taker, params, bound, where)
    return producers


def _closely(place: Place, binding: pb.Binding, expected: Type, bound: set[str]) -> Sequence[str]:
    """The producers of a value that takes a closer look; none where it does not fit."""
    if not binding.HasField("binding"):
        place.error(VALUE_REQUIRED, "is bound to nothing, expected a value")
        return ()
    bound.add(place.name)
    return producers_of(place, binding.binding, expected) or ()


def discover_inputs(scope: Scope, taker: NodeState, where: str) -> dict[str, Type] | None:
    """The inputs of a conditional or a gate, which are what it is given; None where something is wrong with that.

    Rule: the producers stand before it, and are waited for before they are known to lead to it: if the values are
    refused later, nothing leads to the node. An output counts as a whole, whatever part of it is meant.
    """
    inputs: dict[str, Type] = {}
    seen: set[str] = set()
    faultless = True
    for position, binding in enumerate(taker.node.inputs if taker.node else ()):
        name = binding.var
        place = Place(scope, scope.report, taker, name, f"{where}[{position}].binding")
        if not name or not binding.HasField("binding"):
            message = "is bound to nothing, expected a value" if name else "has no name, expected one"
            place.error(VALUE_REQUIRED, message)
            faultless = False
        elif name in seen:
            place.error(PARAMETER_BOUND_TWICE, "is given two values, expected one", "Keep one of the two.")
            faultless = False
        else:
            seen.add(name)
            faultless = _discover(place, binding.binding, inputs) and faultless
    return inputs if faultless else None


def _discover(place: Place, data: pb.BindingData, inputs: dict[str, Type]) -> bool:
    match data.WhichOneof("value"):
        case "promise":
            source = find_source(place, data.promise)
            if source is None:
                return False
            if source.is_part:
                place.taker.parts |= {place.name}
            inputs[place.name] = source.whole
            place.scope.waiting.add(place.taker.id)
        case "scalar":
            held = type_of_scalar(place, data.scalar)
            if held is None:
                return False
            inputs[place.name] = held
        case kind:
            message = f"is given {kind_text(kind)}, expected an output or a single value"
            place.error(MISMATCHING_BINDINGS, message, "Make the list or dict in a task.")
            return False
    return True


def is_optional(of: pb.LiteralType) -> bool:
    """Whether the server lets an input of this type go without a value.

    Rule: `isOptionalType` means unions with None, but takes every variant that is no simple type for None.
    """
    return of.WhichOneof("type") == "union_type" and any(not variant.simple for variant in of.union_type.variants)


def _misplaced(place: Place, params: Mapping[str, Type]) -> None:
    """A value for an input that has one already, or is not there."""
    if place.name in params:
        place.error(PARAMETER_BOUND_TWICE, "is given two values, expected one", "Keep one of the two.")
        return
    expected = f"expected one of {', '.join(map(repr, sorted(params)))}" if params else "expected none"
    taker, node = place.taker, place.taker.node
    hint = ""
    if node is not None and node.workflow_node.HasField("launchplan_ref"):
        hint = "Leave out what the launch plan fixes: it takes no value for that."
    subject = f"{taker.label()} has no input" if node is not None else "the workflow has no output"
    message = f"{subject} {place.name!r}, {expected}"
    place.report.error(VARIABLE_NAME_NOT_FOUND, place.where, message, node=taker.id, hint=hint)


def _check_unbound(scope: Scope, taker: NodeState, params: Mapping[str, Type], bound: set[str], where: str) -> None:
    for name in sorted(params.keys() - bound):
        of = params[name]
        if of is None:
            continue
        label = taker.input_label(name)
        if not is_optional(of):
            message = f"{label} has no value, expected one of type {type_text(of)}"
            scope.report.error(PARAMETER_NOT_BOUND, where, message, node=taker.id)
        elif not any(is_none(variant) for variant in of.union_type.variants):
            scope.report.warning(
                UNBOUND_UNION_INPUT,
                where,
                f"{label} has no value, which the server lets pass; expected one of type {type_text(of)}",
                node=taker.id,
            )
