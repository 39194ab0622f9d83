"""Conditionals and gates, each rule of the server's workflow compiler with its whole message."""

import pytest

from flytec.ir import pb
from messages import (
    BOOL,
    COLOR,
    DICT,
    FLOAT,
    INT,
    STR,
    Value,
    bindings,
    branch,
    compare,
    findings,
    given,
    known,
    list_of,
    maps,
    optional,
    output,
    primitive,
    runs,
    runs_plan,
    slugs,
    tagged,
    task,
    template,
)

TASKS = known(
    task("quiet"),
    task("int", {}, {"o": INT}),
    task("str", {}, {"o": STR}),
    task("list", {}, {"o": list_of(INT)}),
    task("both", {}, {"o": INT, "p": STR}),
    task("other", {}, {"o": tagged(INT, "t")}),
    task("takes", {"a": INT}, {"o": INT}),
)
IF_ELSE = "template.nodes[0].branch_node.if_else"
ASK = "(Let a task return the comparison as a bool, and test it with is_true().)"
QUIET = runs("q", "quiet")
REFUSED = [
    f"value-required at {IF_ELSE}: the conditions of b (a conditional) cannot be judged, since it is refused; "
    "expected its inputs",
]
CASE = compare("x", 1)


def check(condition: pb.BooleanExpression, of: pb.LiteralType = INT) -> list[str]:
    """What is said of a condition on an input `x` of a type."""
    node = branch("b", (condition, QUIET), x=given("x"))
    return findings(template(node, inputs={"x": of}), TASKS)


@pytest.mark.parametrize(
    ("of", "value", "operator"),
    [(INT, 1, "LT"), (FLOAT, 1.5, "GTE"), (STR, "x", "EQ"), (BOOL, True, "NEQ")],
)
def test_conditions_that_compare_one_type(of: pb.LiteralType, value: Value, operator: str) -> None:
    assert check(compare("x", value, operator), of) == []


def test_two_values_and_two_inputs() -> None:
    constants = pb.Operand(primitive=primitive(1))
    assert check(compare(constants, 2)) == []
    assert check(compare("x", pb.Operand(var="x"))) == []
    assert check(compare("x", pb.Operand(var="x")), COLOR) == []


@pytest.mark.parametrize(
    ("of", "value", "message"),
    [
        (
            FLOAT,
            3,
            "compares float with int, expected one type on both sides "
            "(Write the constant in the type of the input: 3.0 for a float, 3 for an int.)",
        ),
        (INT, "x", f"compares int with str, expected one type on both sides {ASK}"),
        (optional(INT), 1, f"compares Optional[int] with int, expected one type on both sides {ASK}"),
        (COLOR, "red", f"compares Enum['red', 'blue'] with str, expected one type on both sides {ASK}"),
        (tagged(INT, "t"), 1, f"compares int with another kind of it, expected the very same {ASK}"),
    ],
)
def test_conditions_that_compare_two_types(of: pb.LiteralType, value: Value, message: str) -> None:
    at = f"{IF_ELSE}.case.condition.comparison"
    assert check(compare("x", value), of) == [f"mismatching-types at {at}: a condition of b (a conditional) {message}"]


@pytest.mark.parametrize(
    ("condition", "of", "message"),
    [
        (
            compare("x", True, "GT"),
            BOOL,
            f"orders two values of type bool, which fails at run time; expected numbers, strings or dates {ASK}",
        ),
        (
            compare("x", pb.Operand(var="x")),
            optional(INT),
            "compares two values of type Optional[int], which fails at run time; expected numbers, strings or dates "
            f"{ASK}",
        ),
        (
            compare("x", pb.Operand(var="x")),
            DICT,
            f"compares two values of type dict, which fails at run time; expected numbers, strings or dates {ASK}",
        ),
    ],
)
def test_comparisons_that_fail_at_run_time(condition: pb.BooleanExpression, of: pb.LiteralType, message: str) -> None:
    at = f"{IF_ELSE}.case.condition.comparison"
    line = f"warning failing-comparison at {at}: a condition of b (a conditional) {message}"
    assert check(condition, of) == [line]


def test_comparisons_with_none() -> None:
    nothing = pb.Operand(scalar=pb.Scalar(none_type=pb.Void()))
    assert check(compare("x", nothing), optional(INT)) == [
        f"value-required at {IF_ELSE}.case.condition.comparison.right_value: a condition of b (a conditional) compares "
        f"with None or another value that is no number, string or date, expected one of those {ASK}"
    ]


def test_operands_that_are_not_there() -> None:
    at = f"{IF_ELSE}.case.condition.comparison"
    empty = pb.BooleanExpression(comparison=pb.ComparisonExpression(right_value=pb.Operand(var="")))
    message = "a condition of b (a conditional) has nothing on one side, expected an input or a value"
    assert check(empty) == [
        f"value-required at {at}.left_value: {message}",
        f"value-required at {at}.right_value: {message}",
    ]
    assert check(compare("y", 1)) == [
        f"variable-name-not-found at {at}.left_value: a condition of b (a conditional) uses 'y', expected one of its "
        "inputs, 'x'"
    ]
    node = branch("b", (CASE, QUIET))
    assert findings(template(node), TASKS) == [
        f"variable-name-not-found at {at}.left_value: a condition of b (a conditional) uses 'x', which has no inputs"
    ]


def test_conjunctions_have_two_sides() -> None:
    both = pb.ConjunctionExpression(left_expression=CASE, right_expression=compare("x", "s"))
    assert slugs(check(pb.BooleanExpression(conjunction=both))) == ["mismatching-types"]
    one = pb.BooleanExpression(conjunction=pb.ConjunctionExpression(left_expression=CASE))
    assert check(one) == [
        f"branch-node-has-no-condition at {IF_ELSE}.case.condition.conjunction.right_expression: a branch of "
        "b (a conditional) has no condition, expected one"
    ]


def test_conditions_that_are_not_there() -> None:
    assert check(pb.BooleanExpression()) == [
        f"value-required at {IF_ELSE}.case.condition: a condition of b (a conditional) is empty, expected a comparison"
    ]
    node = branch("b", (CASE, QUIET), x=given("x"))
    node.branch_node.if_else.case.ClearField("condition")
    assert findings(template(node, inputs={"x": INT}), TASKS) == [
        f"branch-node-has-no-condition at {IF_ELSE}.case.condition: a branch of b (a conditional) has no condition, "
        "expected one"
    ]


def test_branches_that_are_not_there() -> None:
    node = branch("b", (CASE, QUIET), (CASE, QUIET), otherwise=None, x=given("x"))
    node.branch_node.if_else.other[0].ClearField("then_node")
    assert findings(template(node, inputs={"x": INT}), TASKS) == [
        f"value-required at {IF_ELSE}.other[0].then_node: b (a conditional): a branch has no node, expected one",
        *REFUSED,
        f"branch-node-id-not-found at {IF_ELSE}.other[0].then_node: a branch of b (a conditional) runs nothing, "
        "expected a node",
        f"branch-node-has-no-default at {IF_ELSE}: b (a conditional) ends with neither a node nor an error, expected "
        "one of them (End the conditional with else_().then(...) or else_().fail(...).)",
        "unreachable-nodes at template.nodes[0]: b (a conditional) is not reached, since what it waits for is refused "
        "or is not there itself; expected a way to it from the start",
    ]


@pytest.mark.parametrize(
    ("target", "lines"),
    [
        (
            pb.BranchNode(),
            ["value-required at {}: b (a conditional): a conditional has no branches, expected one"],
        ),
        (
            pb.BranchNode(if_else=pb.IfElseBlock(error=pb.Error())),
            ["value-required at {}.case: b (a conditional): a conditional has no first branch, expected one"],
        ),
    ],
)
def test_conditionals_without_branches(target: pb.BranchNode, lines: list[str]) -> None:
    node = pb.Node(id="b", branch_node=target)
    assert findings(template(node), TASKS) == [text.format(IF_ELSE) for text in lines]


def outputs_of(*arms: pb.Node, returns: str = "o", of: pb.LiteralType = INT) -> list[str]:
    cases = [(CASE, arm) for arm in arms[:-1]]
    node = branch("b", *cases, otherwise=arms[-1], x=given("x"))
    workflow = template(node, inputs={"x": INT}, outputs={"r": of}, returns={"r": output("b", returns)})
    return findings(workflow, TASKS)


def test_a_conditional_gives_what_all_branches_give() -> None:
    assert outputs_of(runs("m", "int"), runs("n", "both")) == []
    assert outputs_of(runs("m", "both"), runs("n", "both"), returns="p", of=STR) == []
    assert outputs_of(runs("m", "both"), runs("n", "int"), returns="p", of=STR) == [
        "variable-name-not-found at template.outputs[0].binding: the output 'r' comes from 'p' of b (a conditional), "
        "which has no such name, expected one of 'o'",
        "parameter-not-bound at template.outputs[0].binding: the output 'r' has no value, since what it comes from is "
        "not there; expected one",
    ]


def test_a_branch_that_ends_in_an_error_does_not_count() -> None:
    node = branch("b", (CASE, runs("m", "int")), otherwise="too small", x=given("x"))
    workflow = template(node, inputs={"x": INT}, outputs={"r": INT}, returns={"r": output("b")})
    assert findings(workflow, TASKS) == []


def test_branches_give_one_type() -> None:
    lines = outputs_of(runs("m", "int"), runs("n", "str"), runs("o", "list"))
    assert lines[0] == (
        f"mismatching-types at {IF_ELSE}.other[0].then_node: the branches of b (a conditional) give 'o' as int and as "
        "str, expected one type (Let all branches run tasks that return the same type.)"
    )
    assert slugs(lines) == ["mismatching-types", "parameter-not-bound", "unreachable-nodes", "value-required"]
    assert [text for text in lines if text.startswith("mismatching-types")] == lines[:1]
    assert outputs_of(runs("m", "int"), runs("n", "other"))[0] == (
        f"mismatching-types at {IF_ELSE}.else_node: the branches of b (a conditional) give 'o' as int of two kinds, "
        "expected the very same (Let all branches run tasks that return the same type.)"
    )


def test_what_is_refused_gives_nothing() -> None:
    """One mistake, and what the server says besides."""
    node = branch("b", (CASE, QUIET), x=given("x"), l=[1])
    workflow = template(node, inputs={"x": INT}, outputs={"r": INT}, returns={"r": output("b")})
    assert findings(workflow, TASKS) == [
        "mismatching-bindings at template.nodes[0].inputs[1].binding: b (a conditional): the input 'l' is given "
        "a list, "
        "expected an output or a single value (Make the list or dict in a task.)",
        *REFUSED,
        "value-required at template.nodes[0]: b (a conditional) has no outputs that other nodes could use, since it is "
        "wrong itself; expected some",
        "parameter-not-bound at template.outputs[0].binding: the output 'r' has no value, since what it comes from is "
        "not there; expected one",
        "unreachable-nodes at template.nodes[0]: b (a conditional) is not reached, since what it waits for is refused "
        "or is not there itself; expected a way to it from the start",
    ]


def test_conditionals_compare_no_parts() -> None:
    node = branch("b", (CASE, QUIET), x=output("m", "o", 0))
    assert findings(template(runs("m", "list"), node), TASKS) == [
        "mismatching-types at template.nodes[1].inputs[0].binding: b (a conditional): the input 'x' is a part of the "
        "output 'o' of m (list), expected a whole output: a conditional compares no parts "
        "(Let a task return the part, and use what it returns.)",
        "unreachable-nodes at template.nodes[1]: b (a conditional) is not reached, since what it waits for is refused "
        "or is not there itself; expected a way to it from the start",
    ]


def test_a_part_of_the_type_of_the_whole_passes() -> None:
    node = branch("b", (compare(pb.Operand(primitive=primitive(1)), 2), QUIET), x=output("m", "o", "ignored"))
    assert findings(template(runs("m", "int"), node), TASKS) == []


def test_conditionals_use_what_stands_before_them() -> None:
    node = branch("b", (CASE, runs("n", "takes", a=output("m"))), x=output("m"))
    assert findings(template(runs("m", "int"), node), TASKS) == []
    before = "which stands behind it, expected a node before it"
    hint = "(Call what gives the value before the conditional or gate that uses it.)"
    nothing = "has no value, since what it comes from is not there; expected one"
    inner = f"{IF_ELSE}.case.then_node.inputs[0].binding"
    outer = "template.nodes[0].inputs[0].binding"
    assert findings(template(node, runs("m", "int")), TASKS) == [
        f"node-reference-not-found at {outer}: b (a conditional): the input 'x' comes from 'm', {before} {hint}",
        f"parameter-not-bound at {outer}: b (a conditional): the input 'x' {nothing}",
        *REFUSED,
        f"node-reference-not-found at {inner}: b-n (takes): the input 'a' comes from 'm', {before} {hint}",
        f"parameter-not-bound at {inner}: b-n (takes): the input 'a' {nothing}",
    ]


def test_nodes_in_branches_see_neither_each_other_nor_the_conditional() -> None:
    sibling = branch("b", (CASE, runs("m", "int")), otherwise=runs("n", "takes", a=output("m")), x=given("x"))
    inside = branch("b", (CASE, runs("n", "takes", a=output("b", "x"))), x=given("x"))
    for node, slug in ((sibling, "node-reference-not-found"), (inside, "variable-name-not-found")):
        assert slugs(findings(template(node, inputs={"x": INT}), TASKS)) == sorted((slug, "parameter-not-bound"))
    outside = template(branch("b", (CASE, runs("m", "int")), x=given("x")), runs("n", "takes", a=output("b-m")))
    outside.interface.inputs.variables["x"].type.simple = "INTEGER"
    assert slugs(findings(outside, TASKS)) == ["node-reference-not-found", "parameter-not-bound"]


def test_what_nodes_in_branches_wait_for_is_not_looked_at() -> None:
    arm = runs("n", "quiet", after=["nowhere"])
    assert findings(template(branch("b", (CASE, arm), x=given("x")), inputs={"x": INT}), TASKS) == []


def test_conditionals_within_conditionals() -> None:
    inner = branch("i", (compare("x", "s"), QUIET), otherwise=runs("n", "takes", a="s"), x=given("x"))
    node = branch("b", (CASE, QUIET), otherwise=inner, x=given("x"))
    path = f"{IF_ELSE}.else_node.branch_node.if_else"
    assert findings(template(node, inputs={"x": INT}), TASKS) == [
        f"mismatching-types at {path}.case.condition.comparison: a condition of b-i (a conditional) compares int with "
        f"str, expected one type on both sides {ASK}",
        f"mismatching-types at {path}.else_node.inputs[0].binding: b-i-n (takes): the input 'a' is 's' of type str, "
        "expected int",
    ]


def test_ids_of_nodes_in_branches_are_told_apart_when_compiled() -> None:
    same = branch("b", (CASE, runs("n", "int")), otherwise=runs("n", "int"), x=given("x"))
    assert findings(template(same, inputs={"x": INT}), TASKS) == []
    two = branch("b", (CASE, runs("n", "int")), otherwise=runs("n", "both"), x=given("x"))
    message = "which fails at run time; expected an id of its own (Give one of them another name.)"
    assert findings(template(two, inputs={"x": INT}), TASKS) == [
        f"warning duplicate-node-id at {IF_ELSE}.else_node.id: b-n (both) is compiled to the id of another node, "
        f"b-n (int), {message}"
    ]
    outer = template(same, runs("b-n", "str"), inputs={"x": INT})
    assert findings(outer, TASKS)[0] == (
        f"warning duplicate-node-id at {IF_ELSE}.case.then_node.id: b-n (int) is compiled to the id of another node, "
        f"b-n (str), {message}"
    )


def test_what_is_given_to_a_conditional() -> None:
    node = branch("b", (CASE, QUIET), x=given("x"))
    node.inputs.add(var="y")
    node.inputs.add(var="x").binding.scalar.primitive.integer = 1
    node.inputs.add(var="z").binding.scalar.blob.uri = "s3://b/k"
    node.inputs.add().binding.scalar.primitive.integer = 1
    subject = "b (a conditional): the input"
    assert findings(template(node, inputs={"x": INT}), TASKS)[:4] == [
        f"value-required at template.nodes[0].inputs[1].binding: {subject} 'y' is bound to nothing, expected a value",
        f"parameter-bound-more-than-once at template.nodes[0].inputs[2].binding: {subject} 'x' is given two values, "
        "expected one (Keep one of the two.)",
        f"unrecognized-value at template.nodes[0].inputs[3].binding: {subject} 'z' is a value that does not say its "
        "type, expected one that does",
        f"value-required at template.nodes[0].inputs[4].binding: {subject} '' has no name, expected one",
    ]


def approves(node: str, **inputs: Value) -> pb.Node:
    return pb.Node(id=node, gate_node=pb.GateNode(approve={"signal_id": "s"}), inputs=bindings(inputs))


def test_approvals_pass_on_what_they_are_given() -> None:
    nodes = runs("m", "int"), approves("g", o=output("m")), runs("n", "takes", a=output("g"))
    assert findings(template(*nodes), TASKS) == []
    assert slugs(findings(template(nodes[1], nodes[0], nodes[2]), TASKS)) == [
        "node-reference-not-found",
        "parameter-not-bound",
        "value-required",
    ]
    part = runs("m", "list"), approves("g", o=output("m", "o", 0))
    assert findings(template(*part), TASKS)[0] == (
        "mismatching-types at template.nodes[1].inputs[0].binding: g (a gate): the input 'o' is a part of the output "
        "'o' of m (list), expected a whole output: a gate takes no parts "
        "(Let a task return the part, and use what it returns.)"
    )


def test_signals_give_what_they_wait_for() -> None:
    signal = {"signal_id": "s", "type": INT, "output_variable_name": "o0"}
    node = pb.Node(id="g", gate_node=pb.GateNode(signal=signal))
    assert findings(template(node, runs("n", "takes", a=output("g", "o0"))), TASKS) == []
    node.gate_node.signal.Clear()
    at = "template.nodes[0].gate_node.signal"
    assert findings(template(node), TASKS) == [
        f"value-required at {at}.type: g (a gate) waits for an input without a type, expected one",
        f"value-required at {at}.output_variable_name: g (a gate) waits for an input without a name, expected one",
    ]


def test_gates_that_wait_for_a_time_or_nothing() -> None:
    node = pb.Node(id="g", gate_node=pb.GateNode(sleep={}))
    assert findings(template(node), TASKS) == []
    node.inputs.add(var="x").binding.scalar.primitive.integer = 1
    assert findings(template(node), TASKS) == [
        "variable-name-not-found at template.nodes[0].inputs[0].var: g (a gate) has no input 'x', expected none"
    ]
    node.gate_node.Clear()
    assert findings(template(node), TASKS) == [
        "no-condition-found at template.nodes[0].gate_node: g (a gate) waits for nothing, expected an approval, an "
        "input or a time"
    ]


def test_what_is_in_branches_has_to_be_there() -> None:
    node = branch("b", (CASE, runs("m", "nowhere")), otherwise=maps("n", runs_plan("i", "lost")), x=given("x"))
    workflow = template(node, inputs={"x": INT}, outputs={"r": INT}, returns={"r": output("b", "anything")})
    assert findings(workflow, TASKS) == [
        f"task-reference-not-found at {IF_ELSE}.case.then_node.task_node.reference_id: b-m (nowhere) runs the task "
        "'nowhere', which is not there, expected it by this very identifier",
        f"workflow-reference-not-found at {IF_ELSE}.else_node.array_node.node.workflow_node.launchplan_ref: b-n (lost) "
        "runs the launch plan 'lost', which is not there, expected it by this very identifier",
    ]
