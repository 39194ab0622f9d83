"""Conditionals to `flyteidl.core.BranchNode`.

conditional("c").if_(a > 3).then(t(x=a))...   ->   case { condition { comparison { operator: GT
                                                              left_value { var: "n0.o0" }
                                                              right_value { primitive { integer: 3 } } } }
                                                          then_node { id: "n0" task_node { ... } } }
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flytec.authoring.branch import Arm, BranchNode, shown
from flytec.authoring.comparison import (
    ComparisonExpression,
    ComparisonOps,
    ConjunctionExpression,
    ConjunctionOps,
    Expression,
    Variable,
)
from flytec.authoring.conditional import ConditionalSection
from flytec.authoring.oversights import oversights
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import INVALID_CONDITIONAL, INVALID_LITERAL
from flytec.diagnostics import Diagnostic, DiagnosticSet, UserError, user_error
from flytec.ir import pb
from flytec.ir.codec import DecodeError, parse, serialize
from flytec.lower.lowering import Lowering, described
from flytec.lower.nodes import fill_inputs, fill_node_once
from flytec.lower.types import Types

_COMPARISONS: Mapping[ComparisonOps, pb.ComparisonExpression.Operator] = {
    ComparisonOps.EQ: pb.ComparisonExpression.EQ,
    ComparisonOps.NE: pb.ComparisonExpression.NEQ,
    ComparisonOps.GT: pb.ComparisonExpression.GT,
    ComparisonOps.GE: pb.ComparisonExpression.GTE,
    ComparisonOps.LT: pb.ComparisonExpression.LT,
    ComparisonOps.LE: pb.ComparisonExpression.LTE,
}
_CONJUNCTIONS: Mapping[ConjunctionOps, pb.ConjunctionExpression.LogicalOperator] = {
    ConjunctionOps.AND: pb.ConjunctionExpression.AND,
    ConjunctionOps.OR: pb.ConjunctionExpression.OR,
}


def fill_branch(target: pb.BranchNode, branch: BranchNode, lowering: Lowering) -> None:
    """The branches of a conditional: their conditions, and the nodes that they are.

    Raises:
        UserError: FTC206 for values that cannot be compared, and the findings of the branches' nodes.
    """
    block = target.if_else
    findings: list[Diagnostic] = []
    first, *others = branch.arms
    for case, arm in ((block.case, first), *((block.other.add(), arm) for arm in others)):
        findings += _findings(_fill_arm_condition, case.condition, arm, branch.name, lowering.types)
        findings += _findings(fill_node_once, case.then_node, arm.node, lowering)
    if branch.otherwise is not None:
        findings += _findings(fill_node_once, block.else_node, branch.otherwise, lowering)
    if branch.error is not None:
        block.error.message = branch.error
        # The conditional's name, not the id of its node, as in flytekit.
        block.error.failed_node_id = branch.name
    if findings:
        raise UserError(*findings)


def check_conditionals(sections: Iterable[ConditionalSection], lowering: Lowering) -> None:
    """Warns of what the conditionals of a workflow leave out, once the workflow's nodes are lowered.

    Raises:
        UserError: FTC204 and FTC206 for inputs of calls that are left out, which flytekit binds all the same.
    """
    sections = tuple(sections)
    lowering.warnings.extend(oversights(sections))
    findings: list[Diagnostic] = []
    for node in (node for section in sections for node in section.nodes if id(node) not in lowering.nodes):
        findings += _findings(fill_inputs, pb.Node(), node, lowering)
    if findings:
        raise UserError(*findings)


def check_depth(spec: pb.WorkflowSpec, workflow: WorkflowBase) -> None:
    """Refuses conditions and conditionals inside each other that make a message deeper than parsers follow.

    flytekit cannot write most of these, and cannot read the rest.

    Raises:
        UserError: FTC214.
    """
    try:
        parse(pb.WorkflowSpec, serialize(spec))
    except DecodeError:
        raise user_error(
            INVALID_CONDITIONAL,
            f"the conditions of workflow {workflow.name} lie too deep inside each other, "
            "expected a message of at most 100 levels",
            at=workflow.location,
            hint="decide in a task, or split the conditional",
        ) from None


def _findings(fill: Callable[..., None], *arguments: Any) -> DiagnosticSet:
    try:
        fill(*arguments)
    except UserError as error:
        return error.findings
    return DiagnosticSet()


def _fill_arm_condition(target: pb.BooleanExpression, arm: Arm, name: str, types: Types) -> None:
    try:
        _fill_condition(target, arm.condition, types)
    except UserError as error:
        raise described(error, f"a comparison of conditional {name!r}", arm.location) from error


def _fill_condition(target: pb.BooleanExpression, condition: Expression, types: Types) -> None:
    match condition:
        case ConjunctionExpression(lhs=lhs, op=logical, rhs=rhs):
            target.conjunction.operator = _CONJUNCTIONS[logical]
            _fill_condition(target.conjunction.left_expression, lhs, types)
            _fill_condition(target.conjunction.right_expression, rhs, types)
        case ComparisonExpression(lhs=lhs, op=operator, rhs=rhs):
            target.comparison.operator = _COMPARISONS[operator]
            _fill_operand(target.comparison.left_value, lhs, types)
            _fill_operand(target.comparison.right_value, rhs, types)


def _fill_operand(target: pb.Operand, value: Any, types: Types) -> None:
    """A variable's name, or a value: nothing as a scalar, all else as a primitive.

    A value whose literal is neither, such as a dataclass's, leaves the operand empty, as in flytekit.
    """
    target.SetInParent()
    if isinstance(value, Variable):
        target.var = value.name
        return
    kind = type(value)
    literal = types.literal(value, kind, types.literal_type(kind))
    if literal.scalar.HasField("none_type"):
        target.scalar.CopyFrom(literal.scalar)
    elif literal.scalar.HasField("primitive"):
        target.primitive.CopyFrom(literal.scalar.primitive)
    elif not literal.HasField("scalar"):
        raise user_error(INVALID_LITERAL, f"{shown(value)} is compared, expected a promise or a single value")
