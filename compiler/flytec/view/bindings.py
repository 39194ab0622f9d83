"""What is bound to what: bindings, operands and conditions as expressions, `n0.o0` and `inputs.a > 3`."""

from collections.abc import Mapping

from flytec.ir import pb
from flytec.view.literals import UNSET, primitive_text, scalar_text
from flytec.view.names import enum_name

START_NODE = "start-node"
_OPERATORS = {"EQ": "==", "NEQ": "!=", "GT": ">", "GTE": ">=", "LT": "<", "LTE": "<="}


def binding_text(data: pb.BindingData) -> str:
    """The value that is bound: a constant, an input of the workflow, a node's output, or a list or dict of those."""
    match data.WhichOneof("value"):
        case "scalar":
            return scalar_text(data.scalar)
        case "promise":
            return promise_text(data.promise)
        case "collection":
            return f"[{', '.join(binding_text(one) for one in data.collection.bindings)}]"
        case "map":
            held = data.map.bindings
            return "{" + ", ".join(f"{name!r}: {binding_text(held[name])}" for name in sorted(held)) + "}"
        case "offloaded_metadata":
            return f"<offloaded to {data.offloaded_metadata.uri!r}>"
        case _:
            return UNSET


def promise_text(promise: pb.OutputReference) -> str:
    """`n0.o0`, `inputs.a` or, with a path into it, `n0.o0[2].name`."""
    head = "inputs" if promise.node_id in ("", START_NODE) else promise.node_id
    return f"{head}.{promise.var}" + "".join(_step(attribute) for attribute in promise.attr_path)


def producers(data: pb.BindingData) -> set[str]:
    """The nodes whose outputs a binding takes."""
    match data.WhichOneof("value"):
        case "promise":
            return {data.promise.node_id}
        case "collection":
            return {node for one in data.collection.bindings for node in producers(one)}
        case "map":
            return {node for one in data.map.bindings.values() for node in producers(one)}
        case _:
            return set()


def condition_text(condition: pb.BooleanExpression, bound: Mapping[str, str], *, nested: bool = False) -> str:
    """A condition as Python spells it; `bound` is what the conditional's own inputs stand for."""
    match condition.WhichOneof("expr"):
        case "comparison":
            comparison = condition.comparison
            operator = _OPERATORS.get(enum_name(comparison, "operator"), "?")
            return f"{_operand(comparison.left_value, bound)} {operator} {_operand(comparison.right_value, bound)}"
        case "conjunction":
            conjunction = condition.conjunction
            parts = [
                condition_text(part, bound, nested=True)
                for part in (conjunction.left_expression, conjunction.right_expression)
            ]
            text = f" {enum_name(conjunction, 'operator').lower()} ".join(parts)
            return f"({text})" if nested else text
        case _:
            return UNSET


def _operand(operand: pb.Operand, bound: Mapping[str, str]) -> str:
    match operand.WhichOneof("val"):
        case "var":
            return bound.get(operand.var, operand.var)
        case "primitive":
            return primitive_text(operand.primitive)
        case "scalar":
            return scalar_text(operand.scalar)
        case _:
            return UNSET


def _step(attribute: pb.PromiseAttribute) -> str:
    if attribute.WhichOneof("value") == "int_value":
        return f"[{attribute.int_value}]"
    name = attribute.string_value
    return f".{name}" if name.isidentifier() else f"[{name!r}]"
