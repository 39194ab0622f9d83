"""What a finished conditional is: the entity of its node, with one condition and one node a branch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from flytec.authoring import entity
from flytec.authoring.comparison import ComparisonExpression, ConjunctionExpression, Expression, Variable
from flytec.authoring.interface import Interface
from flytec.authoring.node import Node, NodeMetadata
from flytec.authoring.promise import Promise, VoidPromise
from flytec.codes import INVALID_CONDITIONAL
from flytec.diagnostics import Location, user_error
from flytec.records import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Arm:
    """One branch: the condition that it is taken on, and the node that it is."""

    condition: Expression
    node: Node
    location: Location | None


@dataclass(frozen=True, slots=True, repr=False)
class BranchNode:
    """What the node of a conditional runs.

    Without a case that holds it is `otherwise`, or fails with `error`. Where `else_` was given something that comes
    from no single node both are `None`, as in flytekit.
    """

    name: str
    arms: tuple[Arm, ...]
    otherwise: Node | None
    error: str | None

    @property
    def python_interface(self) -> Interface:
        """None that is known: flytekit does not type a conditional's operands and outputs."""
        return Interface()

    def construct_node_metadata(self) -> NodeMetadata:
        """The node is named like the conditional."""
        return NodeMetadata(name=self.name)

    @property
    def branches(self) -> tuple[Node, ...]:
        """The nodes of all branches, in order."""
        last = () if self.otherwise is None else (self.otherwise,)
        return (*(arm.node for arm in self.arms), *last)


def named(expression: Any, at: Location | None) -> Expression:
    """`expression` with the promises in it replaced by the names of the inputs that they are bound to.

    The names are fixed here: a node id that is overridden later changes the binding, not the name.

    Raises:
        UserError: FTC214 for an operand of `&` or `|` that is no comparison.
    """
    match expression:
        case ConjunctionExpression(lhs=lhs, op=op, rhs=rhs):
            return ConjunctionExpression(named(lhs, at), op, named(rhs, at))
        case ComparisonExpression(lhs=lhs, op=op, rhs=rhs):
            return ComparisonExpression(_operand(lhs, at), op, _operand(rhs, at))
        case _:
            raise user_error(
                INVALID_CONDITIONAL,
                f"{shown(expression)} is combined with a comparison by & or |, expected another comparison",
                at=at,
                hint="compare it first, for example with .is_true()",
            )


def merged_operands(promises: Iterable[Promise]) -> dict[str, Promise]:
    """The inputs of a conditional's node by name: every output that is compared, once, in order of name.

    A name stands for a whole output, so where two attributes of one output are compared only the first is bound, as in
    flytekit.
    """
    merged: dict[str, Promise] = {}
    for promise in promises:
        merged.setdefault(f"{promise.ref.node_id}.{promise.ref.var}", promise)
    return {name: merged[name] for name in sorted(merged)}


def promises_of(expression: Expression) -> Iterator[Promise]:
    """The promises that are compared, from left to right."""
    match expression:
        case ConjunctionExpression(lhs=lhs, rhs=rhs):
            yield from promises_of(lhs)
            yield from promises_of(rhs)
        case ComparisonExpression(lhs=lhs, rhs=rhs):
            yield from (side for side in (lhs, rhs) if isinstance(side, Promise))


def _operand(value: Any, at: Location | None) -> Any:
    match value:
        case Promise():
            return Variable(f"{value.ref.node_id}.{value.var}")
        case VoidPromise() | Node() | dict() | list() | tuple() | set():
            raise user_error(
                INVALID_CONDITIONAL, f"{shown(value)} is compared, expected a promise or a single value", at=at
            )
        case _:
            return value


def shown(value: Any) -> str:
    """How a message names a value that stands where something else was expected."""
    match value:
        case Promise():
            return f"promise {value.var!r}"
        case VoidPromise():
            return f"the empty result of {value.task_name}"
        case ComparisonExpression() | ConjunctionExpression():
            return "a comparison"
        case tuple():
            return "a tuple"
        case list() | dict() | set():
            return f"a {type(value).__name__}"
        case _:
            return entity.shown(value)
