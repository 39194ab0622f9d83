"""Conditionals: `conditional(name).if_(...).then(...).else_().then(...)` makes one node with a branch for each case.

Between `conditional(name)` and the end of its `else_`, the calls in the workflow's body make nodes of the conditional.
Each branch is the one node that its `then` is given; a node that no branch ends with is not part of the workflow.
"""

from __future__ import annotations

from typing import Any

from flytec.authoring.branch import Arm, BranchNode, merged_operands, named, promises_of, shown
from flytec.authoring.calls import current_compilation, enter_section, leave_section
from flytec.authoring.comparison import ComparisonExpression, ConjunctionExpression, Expression, no_text
from flytec.authoring.node import Node
from flytec.authoring.promise import NodeOutput, Promise, VoidPromise, output_tuple_class
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_CONDITIONAL, RUN_AT_COMPILE
from flytec.diagnostics import UserError, user_error


def conditional(name: str) -> ConditionalSection:
    """Starts a conditional; `name` becomes the name of its node.

    Raises:
        UserError: FTC209 outside of a workflow body, FTC214 for a name that is no string.
    """
    return ConditionalSection(name)


class ConditionalSection:
    """A conditional that is being written down: its cases so far, and the nodes made since it began."""

    def __init__(self, name: str) -> None:
        if not isinstance(name, str):
            raise _invalid(f"a conditional is named {name!r}, expected a string")
        outer = current_compilation()
        if outer is None:
            raise user_error(
                RUN_AT_COMPILE,
                f"conditional {name!r} stands outside of a workflow's body",
                at=caller_location(),
                hint="move it into a @workflow function",
            )
        self._name = name
        self.cases: list[Case] = []
        self.location = caller_location()
        self.closed = False
        self._condition = Condition(self)
        self._state = enter_section(outer)
        outer.sections.append(self)

    @property
    def name(self) -> str:
        """The name of the conditional's node."""
        return self._name

    @property
    def nodes(self) -> list[Node]:
        """The nodes that calls have made inside the conditional, also those that no branch ends with."""
        return self._state.nodes

    def if_(self, expr: Expression) -> Case:
        """The first case.

        Raises:
            UserError: FTC214 for what is no comparison.
        """
        return self._add(expr, "if_")

    def _add(self, expr: Expression | None, statement: str) -> Case:
        if self.closed:
            raise _invalid(f"conditional {self._name!r} goes on with {statement}, but has ended with else_ already")
        if statement != "else_":
            _refuse_no_comparison(expr, f"{statement} of conditional {self._name!r}")
        self.cases.append(Case(self, expr, statement))
        return self.cases[-1]

    def _end(self, case: Case) -> Any:
        if case.statement != "else_":
            return self._condition
        if self.closed:
            raise _invalid(f"conditional {self._name!r} ends twice, expected one then or fail after else_")
        if current_compilation() is not self._state:
            raise self._ends_elsewhere()
        branch, operands = self._branch_node()
        self.closed = True
        body = leave_section(self._state)
        node = Node(
            id=body.next_node_id(),
            metadata=branch.construct_node_metadata(),
            inputs=operands,
            interface=branch.python_interface,
            entity=branch,
            location=self.location,
        )
        body.nodes.append(node)
        return self._results(node)

    def _ends_elsewhere(self) -> UserError:
        still_open = [section for section in self._state.sections if not section.closed]
        if still_open[-1] is self:
            return _invalid(f"conditional {self._name!r} ends in another workflow's body, expected the one it began in")
        return _invalid(
            f"conditional {self._name!r} ends before conditional {still_open[-1].name!r}, which began inside it",
            "end the inner conditional with .else_().then(...) or .else_().fail(...) first",
        )

    def _branch_node(self) -> tuple[BranchNode, dict[str, Promise]]:
        *cases, last = self.cases
        arms = []
        for case in cases:
            if case.expr is None or case.output_node is None:
                raise user_error(
                    INVALID_CONDITIONAL,
                    f"{case.statement} of conditional {self._name!r} {case.lack}",
                    at=case.location,
                    hint="give then() the result of one call of a task, workflow, launch plan or conditional",
                )
            arms.append(Arm(named(case.expr, case.location), case.output_node, case.location))
        error = (last.err or "Condition failed") if last.output_promise is None else None
        return BranchNode(self._name, tuple(arms), last.output_node, error), merged_operands(self.operands())

    def operands(self) -> list[Promise]:
        """The promises that are compared, in order."""
        return [promise for case in self.cases if case.expr is not None for promise in promises_of(case.expr)]

    def _results(self, node: Node) -> Any:
        """Promises of the outputs that all branches have, in the shape of a call's result."""
        variables = self._common_outputs()
        if not variables:
            return VoidPromise(f"conditional {self._name!r}", NodeOutput(node, "placeholder"))
        promises = [Promise(variable, NodeOutput(node, variable)) for variable in variables]
        if len(promises) == 1:
            return promises[0]
        if len(set(variables)) < len(variables):
            raise user_error(
                INVALID_CONDITIONAL,
                f"the branches of conditional {self._name!r} have outputs of the same name: {', '.join(variables)}",
                at=self.location,
                hint="give each branch one call, and name its outputs apart",
            )
        return output_tuple_class(None, tuple(variables))(*promises)

    def _common_outputs(self) -> list[str]:
        """Names of the outputs that all branches have, in the order of the first; none where one branch has none.

        A branch without any output in common with those before it starts the comparison anew, as in flytekit.
        """
        common: list[str] = []
        for case in self.cases:
            match case.output_promise:
                case None if case.err is not None:
                    continue
                case None | VoidPromise():
                    return []
                case tuple() as promises:
                    variables = [promise.var for promise in tuple.__iter__(promises)]
                case promise:
                    variables = [promise.var]
            common = [variable for variable in common if variable in variables] if common else variables
        return common

    def __repr__(self) -> str:
        raise no_text()


class Case:
    """One case: `if_`, `elif_` or `else_`, and from `then` or `fail` on what it comes to."""

    def __init__(self, section: ConditionalSection, expr: Expression | None, statement: str) -> None:
        self._section = section
        self.expr = expr
        self.statement = statement
        self.location = caller_location()
        self.output_node: Node | None = None
        self.err: str | None = None
        self.output_promise: Any = None

    @property
    def name(self) -> str:
        """The name of the conditional."""
        return self._section.name

    @property
    def lack(self) -> str:
        """Why the case has no node."""
        if self.err is not None:
            return "fails, but only else_ can"
        if self.output_promise is None:
            return "has no result, expected that of a call"
        return "has a plain tuple as its result, expected that of one call"

    def then(self, p: Any) -> Any:
        """Ends the case with the node that `p` comes from, `p` being the result of a call.

        Returns:
            What `elif_` and `else_` follow on, or from `else_` on the promises of the conditional's outputs.

        Raises:
            UserError: FTC214 for what is no result of a call.
        """
        _refuse_no_result(p, f"{self.statement} of conditional {self.name!r}")
        self.output_promise = p
        self.output_node = _node_of(p)
        return self._section._end(self)

    def fail(self, err: str) -> Any:
        """Ends the conditional with an error; in `else_` only.

        Raises:
            UserError: FTC214 for a message that is no string.
        """
        if not isinstance(err, str):
            where = f"{self.statement} of conditional {self.name!r}"
            raise _invalid(f"{where} fails with {_shown(err)}, expected a string")
        self.err = err
        return self._section._end(self)

    def __repr__(self) -> str:
        raise no_text()


class Condition:
    """What follows on a case: the next one."""

    def __init__(self, section: ConditionalSection) -> None:
        self._section = section

    @property
    def name(self) -> str:
        """The name of the conditional."""
        return self._section.name

    def elif_(self, expr: Expression) -> Case:
        """Another case.

        Raises:
            UserError: FTC214 for what is no comparison.
        """
        return self._section._add(expr, "elif_")

    def else_(self) -> Case:
        """The case that is left, with which the conditional ends."""
        return self._section._add(None, "else_")

    def __repr__(self) -> str:
        raise no_text()


def _node_of(result: Any) -> Node | None:
    """The node that a call's result comes from: for a named tuple that of its first member, for a plain one none."""
    match result:
        case Promise() | VoidPromise():
            return result.ref.node
        case tuple() if hasattr(result, "_fields"):
            first: Promise = next(tuple.__iter__(result))
            return first.ref.node
        case _:
            return None


def _refuse_no_result(result: Any, where: str) -> None:
    match result:
        case None | VoidPromise():
            return
        case Promise():
            promises: list[Any] = [result]
        case tuple() if len(result) > 0:
            promises = list(tuple.__iter__(result))
        case _:
            raise _invalid(f"{where} has {_shown(result)} as its result, expected the result of a call")
    for promise in promises:
        if not isinstance(promise, Promise):
            raise _invalid(f"{where} has a tuple with {_shown(promise)} as its result, expected the result of a call")
        if promise.ref.node.flyte_entity is None:
            raise _invalid(
                f"{where} has input {promise.var!r} of the workflow as its result, expected the result of a call",
                "pass the input through a task",
            )


def _refuse_no_comparison(expr: Any, where: str) -> None:
    match expr:
        case ComparisonExpression() | ConjunctionExpression():
            return
        case Promise():
            hint = "compare it, for example with .is_true()"
            raise _invalid(f"{where} is given promise {expr.var!r}, expected a comparison", hint)
        case _:
            raise _invalid(
                f"{where} is given {_shown(expr)}, expected a comparison of promises",
                "compare promises with <, <=, ==, != and the like, and combine comparisons with & and |",
            )


def _shown(value: Any) -> str:
    if isinstance(value, (ConditionalSection, Condition, Case)):
        return f"the unfinished conditional {value.name!r}"
    return shown(value)


def _invalid(message: str, hint: str = "") -> UserError:
    return user_error(INVALID_CONDITIONAL, message, at=caller_location(), hint=hint)
