"""The graph of a workflow and its sub-workflows: circles, dead ends, and more paths than a server walks."""

import pytest

from flytec.checks.compiler.graph import PATH_LIMIT
from flytec.checks.compiler.workflow import check_workflow
from flytec.ir import pb
from messages import (
    INT,
    findings,
    given,
    known,
    line,
    maps,
    output,
    runs,
    runs_plan,
    runs_sub,
    slugs,
    task,
    template,
)

TASKS = known(task("t"), task("gives", {}, {"o": INT}), task("takes", {"a": INT}, {"o": INT}))
AT = "template.nodes"
NOT_REACHED = (
    "is not reached, since what it waits for is refused or is not there itself; expected a way to it from the start"
)
TOO_MANY = (
    f"warning path-explosion at {AT}: the nodes are joined by more than {PATH_LIMIT:,} paths, which the server "
    "walks one "
    "by one; expected few enough to walk in a second (Join layers of nodes by one node between them.)"
)


def test_nodes_stand_in_any_order() -> None:
    nodes = runs("n", "takes", ["o"], a=output("m")), runs("m", "gives"), runs("o", "t")
    assert findings(template(*nodes), TASKS) == []


def test_a_circle() -> None:
    nodes = (
        runs("m", "gives"),
        runs("a", "t", ["m", "c"]),
        runs("b", "t", ["a"]),
        runs("c", "t", ["b"]),
        runs("e", "t", ["e"]),
    )
    assert findings(template(*nodes), TASKS) == [
        f"cycle-detected at {AT}: nodes wait for each other in a circle, a (t) -> b (t) -> c (t) -> a (t); expected an "
        "order"
    ]


def test_a_circle_of_values() -> None:
    nodes = runs("m", "takes", ["start-node"], a=output("n")), runs("n", "takes", a=output("m"))
    assert slugs(findings(template(*nodes), TASKS)) == ["cycle-detected"]


def test_a_node_that_waits_for_itself() -> None:
    nodes = template(runs("n", "takes", ["n"], a=given("x")), inputs={"x": INT})
    assert findings(nodes, TASKS) == [
        f"cycle-detected at {AT}: nodes wait for each other in a circle, n (takes) -> n (takes); expected an order"
    ]


def test_a_long_circle_is_cut() -> None:
    nodes = [runs(f"n{number}", "t", [f"n{(number - 1) % 20}"]) for number in range(20)]
    nodes[0].upstream_node_ids.append("start-node")
    (text,) = findings(template(*nodes), TASKS)
    assert "circle, n0 (t) -> n1 (t) -> n2 (t) -> n3 (t) -> n4 (t) -> n5 (t) -> n6 (t) -> ... -> n0 (t); ex" in text


def test_a_circle_that_nothing_leads_to() -> None:
    nodes = runs("a", "t", ["b"]), runs("b", "t", ["a"]), runs("c", "t")
    assert findings(template(*nodes), TASKS) == [
        f"unreachable-nodes at {AT}[0]: a (t) {NOT_REACHED}",
        f"unreachable-nodes at {AT}[1]: b (t) {NOT_REACHED}",
    ]


def test_upstream_nodes_that_are_not_there() -> None:
    warning = (
        f"warning unknown-upstream-node at {AT}[0].upstream_node_ids: n ({{}}) waits for 'x', which is not there; "
        "expected "
        "a node of the workflow"
    )
    assert findings(template(runs("n", "t", ["x"])), TASKS) == [
        warning.format("t"),
        f"unreachable-nodes at {AT}[0]: n (t) {NOT_REACHED}",
    ]
    held = template(runs("n", "takes", ["x"], a=given("x")), inputs={"x": INT})
    assert findings(held, TASKS) == [warning.format("takes")]


def test_a_node_that_waits_for_the_end() -> None:
    assert slugs(findings(template(runs("n", "t", ["end-node"])), TASKS)) == ["unreachable-nodes"]
    assert slugs(findings(template(runs("n", "t", ["end-node"]), runs("m", "t")), TASKS)) == ["cycle-detected"]


def layers(depth: int, width: int, upward: bool = False) -> pb.WorkflowTemplate:
    """Layers of nodes that each wait for all of the layer before; listed from the last if `upward`."""
    nodes = [
        runs(f"n{layer}-{number}", "t", [f"n{layer - 1}-{other}" for other in range(width)] if layer else [])
        for layer in range(depth)
        for number in range(width)
    ]
    return template(*(reversed(nodes) if upward else nodes))


@pytest.mark.parametrize("upward", [False, True])
def test_layers_that_the_server_walks_for_ever(upward: bool) -> None:
    """The nodes of the last layer are not the only ones that are walked again: 4 + 4² + ... + 4¹¹ are 5.6 million."""
    assert findings(layers(11, 4, upward), TASKS) == []
    assert findings(layers(12, 4, upward), TASKS) == [TOO_MANY]
    assert findings(layers(10, 10, upward), TASKS) == [TOO_MANY]


def test_ten_thousand_layers_are_counted_no_longer_than_needed() -> None:
    """Exact numbers of paths would have thousands of digits."""
    assert findings(layers(10_000, 2), TASKS) == [TOO_MANY]


@pytest.mark.parametrize("upward", [False, True])
def test_a_chain_of_fifty_thousand_nodes(upward: bool) -> None:
    assert findings(layers(50_000, 1, upward), TASKS) == []


def test_a_circle_of_five_thousand_nodes() -> None:
    workflow = layers(5_000, 1)
    workflow.nodes[0].upstream_node_ids.extend(("n4999-0", "start-node"))
    assert slugs(findings(workflow, TASKS)) == ["cycle-detected"]


def test_twenty_thousand_nodes_side_by_side() -> None:
    nodes = [runs(f"n{number}", "takes", a=given("x")) for number in range(20_000)]
    returns = [output(f"n{number}") for number in range(20_000)]
    workflow = template(
        *nodes,
        inputs={"x": INT},
        outputs={"r": pb.LiteralType(collection_type=INT)},
        returns={"r": returns},
    )
    assert findings(workflow, TASKS) == []


def test_ten_thousand_mistakes() -> None:
    workflow = template(*(runs(f"n{number}", "takes", a=output("nowhere")) for number in range(10_000)))
    spec = pb.WorkflowSpec(template=workflow)
    assert len(check_workflow(spec, TASKS)) == 20_000


def nest(depth: int, times: int = 1) -> list[pb.WorkflowTemplate]:
    """Sub-workflows that each run the next so many times; the last runs a task."""
    held = [
        template(*(runs_sub(f"n{number}", f"w{level + 1}") for number in range(times)), name=f"w{level}")
        for level in range(depth - 1)
    ]
    return [*held, template(runs("n", "t"), name=f"w{depth - 1}")]


def test_a_thousand_sub_workflows_within_each_other() -> None:
    assert findings(template(runs_sub("n", "w0"), name="outer"), TASKS, *nest(1000)) == []
    assert findings(template(runs_sub("n", "w0"), name="outer"), TASKS, *reversed(nest(1000))) == []


def test_sub_workflows_that_the_server_walks_for_ever() -> None:
    assert findings(template(runs_sub("n", "w0"), name="outer"), TASKS, *nest(22, times=2)) == []
    assert findings(template(runs_sub("n", "w0"), name="outer"), TASKS, *nest(40, times=2)) == [
        f"warning path-explosion at sub_workflows: sub-workflows are run in more than {PATH_LIMIT:,} ways, which the "
        "server walks one by one; expected few enough to walk in a second"
    ]


def test_mistakes_in_a_sub_workflow_are_told_once() -> None:
    inner = template(runs("n", "takes"), name="inner")
    outer = template(runs_sub("a", "inner"), runs_sub("b", "inner"), name="outer")
    assert findings(outer, TASKS, inner) == [
        "parameter-not-bound at sub_workflows[0].nodes[0].inputs: in the sub-workflow 'inner', n (takes): the "
        "input 'a' "
        "has no value, expected one of type int"
    ]


def test_the_interface_of_a_sub_workflow() -> None:
    node = runs("n", "takes", a=given("x"))
    inner = template(node, name="inner", inputs={"x": INT}, outputs={"r": INT}, returns={"r": output("n")})
    nodes = runs_sub("m", "inner", x="s"), runs("n", "takes", a=output("m", "r"))
    assert findings(template(*nodes), TASKS, inner) == [
        f"mismatching-types at {AT}[0].inputs[0].binding: m (inner): the input 'x' is 's' of type str, expected int"
    ]
    inner.ClearField("interface")
    inner.ClearField("outputs")
    inner.nodes[0].inputs[0].binding.scalar.primitive.integer = 1
    assert findings(template(runs_sub("m", "inner")), TASKS, inner) == [
        f"value-required at {AT}[0].workflow_node.sub_workflow_ref: m (inner) runs the sub-workflow 'inner', "
        "which has no "
        "interface; expected one, if without variables"
    ]
    inner.interface.inputs.SetInParent()
    assert findings(template(runs_sub("m", "inner")), TASKS, inner) == []


def test_a_sub_workflow_whose_interface_is_not_whole() -> None:
    inner = template(runs("n", "t"), name="inner", inputs={"": INT})
    assert findings(template(runs_sub("m", "inner", **{"": 1})), TASKS, inner) == [
        f"value-required at {AT}[0]: m (inner) runs something of which an input has no name, expected one",
        "value-required at sub_workflows[0].interface.inputs.variables['']: in the sub-workflow 'inner', the "
        "workflow's "
        "interface is not whole: an input has no name, expected one",
    ]


def test_sub_workflows_that_no_node_runs_are_not_judged() -> None:
    wrong = template(runs("n", "lost"), name="wrong")
    assert findings(template(runs("n", "t")), TASKS, wrong) == [
        "warning unreferenced-sub-workflow at sub_workflows[0]: the sub-workflow 'wrong' is run by no node, "
        "expected one "
        "that runs it (Leave it out.)"
    ]


def test_two_sub_workflows_of_one_identity() -> None:
    inner = template(runs("n", "t"), name="inner")
    assert findings(template(runs_sub("m", "inner")), TASKS, inner, inner) == [
        "duplicate-id at sub_workflows[1].id: the sub-workflow 'inner' is carried twice, expected once"
    ]


def test_a_sub_workflow_without_identity() -> None:
    nameless = template(runs("n", "t"))
    nameless.ClearField("id")
    assert findings(template(runs("n", "t")), TASKS, nameless) == [
        "value-required at sub_workflows[0].id: a sub-workflow has no identifier, expected one"
    ]


def test_sub_workflows_are_found_by_all_of_their_identifier() -> None:
    inner = template(runs("n", "t"), name="inner")
    inner.id.resource_type = pb.ResourceType.Value("UNSPECIFIED")
    node = runs_sub("m", "inner")
    assert slugs(findings(template(node), TASKS, inner)) == [
        "warning unreferenced-sub-workflow",
        "workflow-reference-not-found",
    ]
    node.workflow_node.sub_workflow_ref.CopyFrom(inner.id)
    assert findings(template(node), TASKS, inner) == []


def test_a_workflow_that_runs_itself() -> None:
    hint = "(Run a launch plan of it instead, which is a reference.)"
    one = template(runs_sub("n", "one"), name="one")
    assert findings(one, TASKS, one) == [
        f"recursive-workflow at sub_workflows[0]: a workflow runs itself, one -> one, which crashes the server; "
        "expected "
        f"an end {hint}"
    ]
    circle = [
        template(runs_sub("n", "b"), name="a"),
        template(maps("n", runs_sub("i", "c")), name="b"),
        template(runs("n", "t"), name="c", failure=runs_sub("f", "a")),
    ]
    assert findings(template(runs_sub("n", "a")), TASKS, *circle) == [
        f"recursive-workflow at sub_workflows[0]: a workflow runs itself, a -> b -> c -> a, which crashes the server; "
        f"expected an end {hint}"
    ]


def test_what_only_maps_run_is_not_compiled_but_what_it_refers_to_has_to_be_there() -> None:
    inner = template(runs("n", "takes", a="s"), runs("m", "lost"), name="inner")
    deeper = template(runs_plan("k", "lost"), runs_sub("i", "inner"), name="deeper")
    assert findings(template(maps("x", runs_sub("i", "deeper"))), TASKS, inner, deeper) == [
        "workflow-reference-not-found at sub_workflows[1].nodes[0].workflow_node.launchplan_ref: in the sub-workflow "
        "'deeper', k (lost) runs the launch plan 'lost', which is not there, expected it by this very identifier",
        "task-reference-not-found at sub_workflows[0].nodes[1].task_node.reference_id: in the sub-workflow 'inner', "
        "m (lost) runs the task 'lost', which is not there, expected it by this very identifier",
    ]
    both = template(maps("x", runs_sub("i", "inner")), runs_sub("y", "inner"))
    assert slugs(findings(both, TASKS, inner)) == ["mismatching-types", "task-reference-not-found"]


def test_a_circle_in_a_sub_workflow() -> None:
    inner = template(runs("a", "t", ["a", "start-node"]), name="inner")
    spec = pb.WorkflowSpec(template=template(runs_sub("m", "inner")), sub_workflows=[inner])
    (finding,) = check_workflow(spec, TASKS)
    assert line(finding) == (
        "cycle-detected at sub_workflows[0].nodes: in the sub-workflow 'inner', nodes wait for each other in a circle, "
        "a (t) -> a (t); expected an order"
    )
    assert finding.node == "m"
