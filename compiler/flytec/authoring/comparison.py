"""Comparisons between promises and values, and their conjunctions: what a conditional branches on."""

from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from flytec.authoring.source import caller_location
from flytec.codes import INVALID_PROMISE_USE
from flytec.diagnostics import UserError, user_error

if TYPE_CHECKING:
    from flytec.authoring.promise import Promise


class ComparisonOps(Enum):
    """Comparison operators; the value is `flyteidl.core.ComparisonExpression.Operator`."""

    EQ = 0
    NE = 1
    GT = 2
    GE = 3
    LT = 4
    LE = 5


class ConjunctionOps(Enum):
    """Logical operators; the value is `flyteidl.core.ConjunctionExpression.LogicalOperator`."""

    AND = 0
    OR = 1


class ComparisonExpression:
    """`lhs op rhs`, where at least one side is a promise."""

    __slots__ = ("lhs", "op", "rhs")

    def __init__(self, lhs: "Promise", op: ComparisonOps, rhs: Any) -> None:
        self.lhs = lhs
        self.op = op
        self.rhs = rhs

    def __and__(self, other: "Expression") -> "ConjunctionExpression":
        return ConjunctionExpression(self, ConjunctionOps.AND, other)

    def __or__(self, other: "Expression") -> "ConjunctionExpression":
        return ConjunctionExpression(self, ConjunctionOps.OR, other)

    def __bool__(self) -> bool:
        raise truth_value_error()


class ConjunctionExpression:
    """`lhs & rhs` or `lhs | rhs`."""

    __slots__ = ("lhs", "op", "rhs")

    def __init__(self, lhs: "Expression", op: ConjunctionOps, rhs: "Expression") -> None:
        self.lhs = lhs
        self.op = op
        self.rhs = rhs

    def __and__(self, other: "Expression") -> "ConjunctionExpression":
        return ConjunctionExpression(self, ConjunctionOps.AND, other)

    def __or__(self, other: "Expression") -> "ConjunctionExpression":
        return ConjunctionExpression(self, ConjunctionOps.OR, other)

    def __bool__(self) -> bool:
        raise truth_value_error()


Expression: TypeAlias = ComparisonExpression | ConjunctionExpression


def truth_value_error() -> UserError:
    """The error of `if promise:`, `promise and ...` and the like."""
    return user_error(
        INVALID_PROMISE_USE,
        "the truth value of a promise is asked for, but its value is known only when the workflow runs",
        at=caller_location(),
        hint="branch with flytekit.conditional, and combine comparisons with & and | instead of and/or",
    )
