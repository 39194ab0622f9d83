"""Comparisons between promises and values, and their conjunctions: what a conditional branches on."""

from enum import Enum
from typing import Any, TypeAlias

from flytec.authoring.source import caller_location
from flytec.codes import INVALID_PROMISE_USE
from flytec.diagnostics import UserError, user_error
from flytec.records import dataclass


class ComparisonOps(Enum):
    """Comparison operators."""

    EQ = "=="
    NE = "!="
    GT = ">"
    GE = ">="
    LT = "<"
    LE = "<="


class ConjunctionOps(Enum):
    """Logical operators."""

    AND = "and"
    OR = "or"


@dataclass(frozen=True, slots=True)
class Variable:
    """What stands for a promise in the condition of a branch node: the name of one of the node's inputs."""

    name: str


class ComparisonExpression:
    """`lhs op rhs`; each side is a promise, a value, or in a finished conditional a `Variable`."""

    __slots__ = ("lhs", "op", "rhs")

    def __init__(self, lhs: Any, op: ComparisonOps, rhs: Any) -> None:
        self.lhs = lhs
        self.op = op
        self.rhs = rhs

    def __and__(self, other: "Expression") -> "ConjunctionExpression":
        return ConjunctionExpression(self, ConjunctionOps.AND, other)

    def __or__(self, other: "Expression") -> "ConjunctionExpression":
        return ConjunctionExpression(self, ConjunctionOps.OR, other)

    def __bool__(self) -> bool:
        raise truth_value_error()

    def __repr__(self) -> str:
        raise no_text()


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

    def __repr__(self) -> str:
        raise no_text()


Expression: TypeAlias = ComparisonExpression | ConjunctionExpression


def truth_value_error() -> UserError:
    """The error of `if promise:`, `promise and ...` and the like."""
    return user_error(
        INVALID_PROMISE_USE,
        "the truth value of a promise is asked for, but its value is known only when the workflow runs",
        at=caller_location(),
        hint="branch with flytekit.conditional, and combine comparisons with & and | instead of and/or",
    )


def no_text() -> UserError:
    """The error of a comparison or an unfinished conditional that is turned into text."""
    return user_error(
        INVALID_PROMISE_USE,
        "a comparison or an unfinished conditional is turned into text, which flytekit words in its own way",
        at=caller_location(),
        hint="leave it out of strings, or compile with --frontend flytekit",
    )
