"""Conditionals: what they give and take, what they compare, and the nodes in their branches.

Rule: `validateBranchInterface`, `ValidateBranchNode` and `validateBooleanExpression` in flytepropeller's
`pkg/compiler/validators`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from flytec.checks.compiler.bindings import discover_inputs
from flytec.checks.compiler.interface import Anything, Interface, Type
from flytec.checks.compiler.scope import NodeState, Scope
from flytec.checks.types.castable import NONE
from flytec.checks.types.inferred import primitive_type
from flytec.checks.types.text import type_text
from flytec.codes import (
    BRANCH_NODE_HAS_NO_CONDITION,
    BRANCH_NODE_HAS_NO_DEFAULT,
    BRANCH_NODE_ID_NOT_FOUND,
    FAILING_COMPARISON,
    MISMATCHING_TYPES,
    VALUE_REQUIRED,
    VARIABLE_NAME_NOT_FOUND,
)
from flytec.ir import pb

Derive: TypeAlias = Callable[[Scope, NodeState], None]

_ORDERING = frozenset(pb.ComparisonExpression.Operator.Value(name) for name in ("GT", "GTE", "LT", "LTE"))
_BOOLEAN = pb.SimpleType.Value("BOOLEAN")
_COMPARABLE = frozenset(
    pb.SimpleType.Value(name) for name in ("INTEGER", "FLOAT", "STRING", "BOOLEAN", "DATETIME", "DURATION")
)
_FLOAT, _INTEGER = pb.SimpleType.Value("FLOAT"), pb.SimpleType.Value("INTEGER")
_ASK_A_TASK = "Let a task return the comparison as a bool, and test it with is_true()."


def branch_interface(scope: Scope, state: NodeState, derive: Derive) -> Interface | None:
    """What a conditional takes and gives; `derive` makes out the interfaces of the nodes in its branches."""
    if state.node is None or not state.node.branch_node.HasField("if_else"):
        _required(scope, state, "branch_node.if_else", "a conditional has no branches")
        return None
    faultless = _has_nodes(scope, state, state.node.branch_node.if_else)
    state.arms = [
        NodeState(f"{state.id}-{node.id}", node, where)
        for node, where in _arms(state.node.branch_node.if_else, f"{state.where}.branch_node.if_else")
    ]
    for arm in state.arms:
        derive(scope, arm)
    outputs = _shared_outputs(scope, state)
    inputs = discover_inputs(scope, state, f"{state.where}.inputs")
    if outputs is None or inputs is None or not faultless:
        return None
    return Interface(inputs, outputs)


def check_conditions(scope: Scope, state: NodeState) -> None:
    """Judges the conditions of a conditional, and whether its branches are complete."""
    if state.node is None or not state.node.branch_node.HasField("if_else"):
        return
    block, where = state.node.branch_node.if_else, f"{state.where}.branch_node.if_else"
    for case, path in _cases(block, where):
        if case.HasField("condition"):
            _check_condition(scope, state, case.condition, f"{path}.condition")
        else:
            _no_condition(scope, state, f"{path}.condition")
        if not case.HasField("then_node"):
            message = f"a branch of {state.label()} runs nothing, expected a node"
            scope.report.error(BRANCH_NODE_ID_NOT_FOUND, f"{path}.then_node", message, node=state.id)
    if block.WhichOneof("default") is None:
        message = f"{state.label()} ends with neither a node nor an error, expected one of them"
        hint = "End the conditional with else_().then(...) or else_().fail(...)."
        scope.report.error(BRANCH_NODE_HAS_NO_DEFAULT, where, message, node=state.id, hint=hint)


def _cases(block: pb.IfElseBlock, where: str) -> Iterator[tuple[pb.IfBlock, str]]:
    if block.HasField("case"):
        yield block.case, f"{where}.case"
    yield from ((case, f"{where}.other[{index}]") for index, case in enumerate(block.other))


def _arms(block: pb.IfElseBlock, where: str) -> Iterator[tuple[pb.Node, str]]:
    """The nodes of the branches; those that end in an error have none."""
    yield from (
        (case.then_node, f"{path}.then_node") for case, path in _cases(block, where) if case.HasField("then_node")
    )
    if block.HasField("else_node"):
        yield block.else_node, f"{where}.else_node"


def _has_nodes(scope: Scope, state: NodeState, block: pb.IfElseBlock) -> bool:
    faultless = block.HasField("case")
    if not faultless:
        _required(scope, state, "branch_node.if_else.case", "a conditional has no first branch")
    for case, path in _cases(block, "branch_node.if_else"):
        if not case.HasField("then_node"):
            _required(scope, state, f"{path}.then_node", "a branch has no node")
            faultless = False
    return faultless


def _required(scope: Scope, state: NodeState, path: str, message: str) -> None:
    where, text = f"{state.where}.{path}", f"{state.label()}: {message}, expected one"
    scope.report.error(VALUE_REQUIRED, where, text, node=state.id)


def _shared_outputs(scope: Scope, state: NodeState) -> Mapping[str, Type] | None:
    """The outputs that all branches have; None where they differ in type, or a branch is wrong itself."""
    shared: dict[str, Type] | None = None
    faultless = True
    told: set[str] = set()
    for arm in state.arms:
        if arm.interface is None:
            faultless = False
        elif isinstance(arm.interface.outputs, Anything):
            shared = Anything() if shared is None else shared
        elif shared is None or isinstance(shared, Anything):
            shared = dict(arm.interface.outputs)
        else:
            shared = {name: of for name, of in shared.items() if name in arm.interface.outputs}
            faultless = _have_one_type(scope, state, arm, shared, told) and faultless
    if not faultless:
        return None
    return Anything() if any(_is_opaque(arm) for arm in state.arms) else shared or {}


def _is_opaque(arm: NodeState) -> bool:
    return arm.interface is not None and isinstance(arm.interface.outputs, Anything)


def _have_one_type(scope: Scope, state: NodeState, arm: NodeState, shared: Mapping[str, Type], told: set[str]) -> bool:
    """Compares the outputs of an arm with those before; each is told once."""
    outputs = arm.interface.outputs if arm.interface else {}
    wrong = [name for name in sorted(shared) if _differ(shared[name], outputs[name])]
    for name in wrong:
        if name in told:
            continue
        told.add(name)
        one, other = shared[name], outputs[name]
        if one is not None and other is not None:
            types = (type_text(one), type_text(other))
            message = (
                f"the branches of {state.label()} give {name!r} as {types[0]} and as {types[1]}, expected one type"
                if types[0] != types[1]
                else f"the branches of {state.label()} give {name!r} as {types[0]} of two kinds, expected the very same"
            )
            hint = "Let all branches run tasks that return the same type."
            scope.report.error(MISMATCHING_TYPES, arm.where, message, node=state.id, hint=hint)
    return not wrong


def _differ(one: Type, other: Type) -> bool:
    return one is not None and other is not None and one != other


def _no_condition(scope: Scope, state: NodeState, where: str) -> None:
    message = f"a branch of {state.label()} has no condition, expected one"
    scope.report.error(BRANCH_NODE_HAS_NO_CONDITION, where, message, node=state.id)


def _check_condition(scope: Scope, state: NodeState, condition: pb.BooleanExpression, where: str) -> None:
    match condition.WhichOneof("expr"):
        case "comparison":
            _check_comparison(scope, state, condition.comparison, f"{where}.comparison")
        case "conjunction":
            for side in ("left_expression", "right_expression"):
                path = f"{where}.conjunction.{side}"
                if condition.conjunction.HasField(side):
                    _check_condition(scope, state, getattr(condition.conjunction, side), path)
                else:
                    _no_condition(scope, state, path)
        case _:
            message = f"a condition of {state.label()} is empty, expected a comparison"
            scope.report.error(VALUE_REQUIRED, where, message, node=state.id)


def _check_comparison(scope: Scope, state: NodeState, comparison: pb.ComparisonExpression, where: str) -> None:
    left, right = (
        _operand_type(scope, state, comparison, side, f"{where}.{side}") for side in ("left_value", "right_value")
    )
    if left is None or right is None:
        return
    if left != right:
        operands = {comparison.left_value.var, comparison.right_value.var} - {""}
        if not operands & state.parts:  # what is wrong with those is told where they are bound
            _unlike(scope, state, left, right, where)
    elif not _can_compare(left, comparison.operator):
        message = f"a condition of {state.label()} orders two values of type {type_text(left)}, which fails at run time"
        if left.simple != _BOOLEAN:
            message = (
                f"a condition of {state.label()} compares two values of type {type_text(left)}, which fails at run time"
            )
        scope.report.warning(
            FAILING_COMPARISON, where, f"{message}; expected numbers, strings or dates", node=state.id, hint=_ASK_A_TASK
        )


def _operand_type(scope: Scope, state: NodeState, comparison: pb.ComparisonExpression, side: str, where: str) -> Type:
    operand: pb.Operand = getattr(comparison, side)
    kind = operand.WhichOneof("val") if comparison.HasField(side) else None
    if kind == "primitive":
        return primitive_type(operand.primitive)
    if kind == "var" and operand.var:
        return _variable_type(scope, state, operand.var, where)
    if kind == "scalar":
        message = (
            f"a condition of {state.label()} compares with None or another value that is no number, string or date"
        )
        message += ", expected one of those"
        scope.report.error(VALUE_REQUIRED, where, message, node=state.id, hint=_ASK_A_TASK)
    else:
        message = f"a condition of {state.label()} has nothing on one side, expected an input or a value"
        scope.report.error(VALUE_REQUIRED, where, message, node=state.id)
    return None


def _variable_type(scope: Scope, state: NodeState, name: str, where: str) -> Type:
    if state.interface is None:
        path, message = (
            "branch_node.if_else",
            f"the conditions of {state.label()} cannot be judged, since it is refused",
        )
        scope.report.error(VALUE_REQUIRED, f"{state.where}.{path}", f"{message}; expected its inputs", node=state.id)
    elif name in state.interface.inputs:
        return state.interface.inputs[name]
    else:
        names = ", ".join(map(repr, sorted(state.interface.inputs)))
        expected = f"expected one of its inputs, {names}" if names else "which has no inputs"
        message = f"a condition of {state.label()} uses {name!r}, {expected}"
        scope.report.error(VARIABLE_NAME_NOT_FOUND, where, message, node=state.id)
    return None


def _unlike(scope: Scope, state: NodeState, left: pb.LiteralType, right: pb.LiteralType, where: str) -> None:
    texts = type_text(left), type_text(right)
    message = f"a condition of {state.label()} compares {texts[0]} with {texts[1]}, expected one type on both sides"
    if texts[0] == texts[1]:
        message = f"a condition of {state.label()} compares {texts[0]} with another kind of it, expected the very same"
    numbers = {left.simple, right.simple} == {_INTEGER, _FLOAT}
    hint = "Write the constant in the type of the input: 3.0 for a float, 3 for an int." if numbers else _ASK_A_TASK
    scope.report.error(MISMATCHING_TYPES, where, message, node=state.id, hint=hint)


def _can_compare(of: pb.LiteralType, operator: int) -> bool:
    """Whether the server can evaluate the comparison when the workflow runs: it compares primitives only."""
    kind = of.WhichOneof("type")
    if kind == "enum_type":
        return True
    if kind != "simple" or of.simple == NONE or of.simple not in _COMPARABLE:
        return False
    return of.simple != _BOOLEAN or operator not in _ORDERING
