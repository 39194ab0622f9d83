"""Promises: what a node's outputs and a workflow's inputs are while a workflow's body is compiled."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING, Any, NoReturn

from flytec.authoring.comparison import ComparisonExpression, ComparisonOps, truth_value_error
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_PROMISE_USE
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.authoring.node import Node


class NodeOutput:
    """A reference to output `var` of `node`, and the attributes and indices taken from it.

    `indexed` says that the first step into the output was by `[...]`.
    """

    __slots__ = ("attr_path", "indexed", "node", "var")

    def __init__(self, node: Node, var: str, attr_path: tuple[str | int, ...] = (), *, indexed: bool = False) -> None:
        self.indexed = indexed
        self.node = node
        self.var = var
        self.attr_path = attr_path

    @property
    def node_id(self) -> str:
        """The node's present id: overriding a node's name changes what its promises refer to."""
        return self.node.id


class Promise:
    """The value of a node output that exists only when the workflow runs.

    Attribute access and indexing extend the path into the value; comparisons make the expressions that conditionals
    take; everything that would need the value now is an error.
    """

    __slots__ = ("_ref", "_type", "_var")

    # Makes numpy's scalars leave a comparison with a promise to the promise.
    __array_ufunc__ = None

    def __init__(self, var: str, val: NodeOutput, type: Any = None) -> None:  # noqa: A002
        self._var = var
        self._ref = val
        self._type = type

    @property
    def var(self) -> str:
        """The name of the output."""
        return self._var

    @property
    def ref(self) -> NodeOutput:
        """What the promise refers to."""
        return self._ref

    @property
    def is_ready(self) -> bool:
        """Whether the value is known: never, while compiling."""
        return False

    @property
    def val(self) -> None:
        """The value: none, while compiling."""
        return

    @property
    def attr_path(self) -> list[str | int]:
        """Attributes and indices taken from the output, outermost first."""
        return list(self._ref.attr_path)

    def with_var(self, new_var: str) -> Promise:
        """The same reference under another name."""
        return Promise(new_var, self._ref)

    def with_overrides(self, *args: Any, **kwargs: Any) -> Promise:
        """Overrides settings of the node that the promise comes from; see `Node.with_overrides`."""
        self._ref.node.with_overrides(*args, **kwargs)
        return self

    def __rshift__(self, other: Any) -> Any:
        return _run_in_order(self._ref, other)

    def __getattr__(self, key: str) -> Promise:
        if key.startswith("__") and key.endswith("__"):
            raise AttributeError(key)
        return self._at(key, indexed=False)

    def __getitem__(self, key: str | int) -> Promise:
        return self._at(key, indexed=True)

    def _at(self, key: str | int, *, indexed: bool) -> Promise:
        ref = self._ref
        indexed = ref.indexed if ref.attr_path else indexed
        return Promise(self._var, NodeOutput(ref.node, ref.var, (*ref.attr_path, key), indexed=indexed))

    def __iter__(self) -> NoReturn:
        raise user_error(
            INVALID_PROMISE_USE,
            f"promise {self._var!r} is iterated over, but how many items it has is known only when the workflow runs",
            at=caller_location(),
            hint="take single items with [index], or loop in a @dynamic or @eager workflow",
        )

    def __hash__(self) -> int:
        return id(self)

    def is_(self, value: bool) -> ComparisonExpression:
        """The comparison `promise == value`."""
        return ComparisonExpression(self, ComparisonOps.EQ, value)

    def is_true(self) -> ComparisonExpression:
        """The comparison `promise == True`."""
        return self.is_(True)

    def is_false(self) -> ComparisonExpression:
        """The comparison `promise == False`."""
        return self.is_(False)

    def is_none(self) -> ComparisonExpression:
        """The comparison `promise == None`."""
        return ComparisonExpression(self, ComparisonOps.EQ, None)

    def __eq__(self, other: object) -> ComparisonExpression:  # type: ignore[override]
        return ComparisonExpression(self, ComparisonOps.EQ, other)

    def __ne__(self, other: object) -> ComparisonExpression:  # type: ignore[override]
        return ComparisonExpression(self, ComparisonOps.NE, other)

    def __gt__(self, other: Any) -> ComparisonExpression:
        return ComparisonExpression(self, ComparisonOps.GT, other)

    def __ge__(self, other: Any) -> ComparisonExpression:
        return ComparisonExpression(self, ComparisonOps.GE, other)

    def __lt__(self, other: Any) -> ComparisonExpression:
        return ComparisonExpression(self, ComparisonOps.LT, other)

    def __le__(self, other: Any) -> ComparisonExpression:
        return ComparisonExpression(self, ComparisonOps.LE, other)

    def __bool__(self) -> bool:
        raise truth_value_error()

    def __and__(self, other: object) -> NoReturn:
        raise _not_boolean(self, "&")

    def __or__(self, other: object) -> NoReturn:
        raise _not_boolean(self, "|")

    def __str__(self) -> str:
        return repr(self)

    def __repr__(self) -> str:
        """flytekit's text, since a body that formats a promise into a string has it in its messages."""
        return f"Promise(node:{self._ref.node_id}.{self._var}.{self.attr_path})"


def _not_boolean(promise: Promise, operator: str) -> Exception:
    return user_error(
        INVALID_PROMISE_USE,
        f"promise {promise.var!r} is an operand of {operator}, which combines comparisons only",
        at=caller_location(),
        hint="compare it first, for example with .is_true()",
    )


class VoidPromise:
    """What a call of an entity without outputs gives: good for ordering and overrides, not as a value."""

    __slots__ = ("_name", "ref")

    def __init__(self, task_name: str, ref: NodeOutput) -> None:
        self._name = task_name
        self.ref = ref

    @property
    def task_name(self) -> str:
        """The name of the entity that was called."""
        return self._name

    def runs_before(self, *args: Any, **kwargs: Any) -> None:
        """Does nothing, as in flytekit: order void calls with `>>` or `create_node`."""

    def __rshift__(self, other: Any) -> Any:
        return _run_in_order(self.ref, other)

    def with_overrides(self, *args: Any, **kwargs: Any) -> VoidPromise:
        """Overrides settings of the node; see `Node.with_overrides`."""
        self.ref.node.with_overrides(*args, **kwargs)
        return self

    def _refuse(self, *_: object) -> NoReturn:
        raise user_error(
            INVALID_PROMISE_USE,
            f"{self._name} returns nothing, but its result is used as a value",
            at=caller_location(),
            hint="declare a return type for it, or drop the use of its result",
        )

    __eq__ = __and__ = __or__ = __le__ = __ge__ = __gt__ = __lt__ = _refuse
    __add__ = __bool__ = __mod__ = __xor__ = __str__ = _refuse
    __hash__ = object.__hash__


def _run_in_order(first: NodeOutput, other: Any) -> Any:
    """Makes the node of `other`, the right side of `>>`, wait for the one of `first`, and gives `other`."""
    if not isinstance(other, (Promise, VoidPromise)):
        raise user_error(
            INVALID_PROMISE_USE,
            f"the right side of >> is {other!r}, expected the result of a call with at most one output",
            at=caller_location(),
            hint="make both nodes with create_node to order them",
        )
    first.node.runs_before(other.ref.node)
    return other


def output_tuple_class(name: str | None, variables: tuple[str, ...]) -> type[tuple[Any, ...]]:
    """The named tuple that calls of an entity with several outputs give.

    Overrides go to the node; ordering with `>>` or `runs_before` has no effect on such a tuple, as in flytekit.
    """
    base: Any = collections.namedtuple(name or "DefaultNamedTupleOutput", variables)  # type: ignore[misc]

    class Output(base):
        def with_overrides(self, *args: Any, **kwargs: Any) -> Any:
            first: Promise = next(tuple.__iter__(self))
            first.with_overrides(*args, **kwargs)
            return self

        def runs_before(self, *_: Any, **__: Any) -> Any:
            return self

        def __rshift__(self, other: Any) -> Any:
            return other

    return Output
