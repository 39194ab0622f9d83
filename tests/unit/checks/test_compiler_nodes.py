"""Nodes and what they run, each rule of the server's workflow compiler with its whole message."""

from flytec.checks.known import Known
from flytec.ir import pb
from flytec.ir.program import Kind
from messages import (
    INT,
    STR,
    branch,
    compare,
    findings,
    given,
    identifier,
    known,
    maps,
    output,
    plan,
    primitive,
    runs,
    runs_plan,
    runs_sub,
    slugs,
    task,
    template,
)

GIVES = task("gives", {}, {"o": INT})
TAKES = task("takes", {"a": INT}, {"o": INT})
TASKS = known(GIVES, TAKES)
AT = "template.nodes[0]"


def test_a_workflow_without_nodes() -> None:
    assert findings(template(outputs={"o": INT}), TASKS) == [
        "no-nodes-found at template.nodes: the workflow has no nodes, expected one (Call a task in the "
        "workflow's body.)"
    ]


def test_an_interface_that_is_not_whole() -> None:
    workflow = template(runs("n", "gives"), inputs={"": INT}, outputs={"p": INT})
    workflow.interface.outputs.variables["p"].ClearField("type")
    assert findings(workflow, TASKS) == [
        "value-required at template.interface.inputs.variables['']: the workflow's interface is not whole: an "
        "input has "
        "no name, expected one",
        "value-required at template.interface.outputs.variables['p']: the workflow's interface is not whole: the "
        "output 'p' has no type, expected one",
    ]


def test_an_interface_that_does_not_speak_of_outputs() -> None:
    workflow = template(runs("n", "gives"))
    warning = (
        "warning incomplete-interface at template.interface: the workflow's interface does not say whether it has "
        "outputs, so no node can run its launch plans; expected either"
    )
    workflow.interface.ClearField("outputs")
    assert findings(workflow, TASKS) == [warning]
    workflow.ClearField("interface")
    assert findings(workflow, TASKS) == [warning]


def test_a_type_with_nothing_set_is_one() -> None:
    workflow = template(runs("n", "t", a=given("x")), inputs={"x": pb.LiteralType()})
    assert findings(workflow, known(task("t", {"a": pb.LiteralType()}))) == []


def test_a_task_without_an_interface_has_no_variables() -> None:
    registered = known(pb.TaskTemplate(id=identifier("t")))
    assert findings(template(runs("n", "t")), registered) == []
    assert slugs(findings(template(runs("n", "t", a=1)), registered)) == ["variable-name-not-found"]


def test_a_task_whose_interface_is_not_whole() -> None:
    broken = task("t", {"a": INT}, {"": INT})
    broken.interface.inputs.variables["a"].ClearField("type")
    assert findings(template(runs("n", "t", a=1)), known(broken)) == [
        f"value-required at {AT}: n (t) runs something of which the input 'a' has no type, expected one",
        f"value-required at {AT}: n (t) runs something of which an output has no name, expected one",
    ]


def test_nodes_that_run_nothing() -> None:
    nothing = pb.Node(id="n")
    no_task = pb.Node(id="n", task_node=pb.TaskNode())
    no_workflow = pb.Node(id="n", workflow_node=pb.WorkflowNode())
    missing = "runs nothing, expected a task, a workflow, a conditional, a gate or a map"
    assert findings(template(nothing), TASKS) == [f"value-required at {AT}: n {missing}"]
    assert findings(template(maps("n", pb.Node())), TASKS) == [
        f"value-required at {AT}.array_node.node: n {missing}",
    ]
    assert findings(template(no_task), TASKS) == [
        f"value-required at {AT}.task_node.reference_id: n names no task, expected one"
    ]
    assert findings(template(no_workflow), TASKS) == [
        f"workflow-reference-not-found at {AT}.workflow_node: n names no workflow, expected one"
    ]


def test_nodes_without_an_id() -> None:
    assert findings(template(runs("", "gives")), TASKS) == [
        f"value-required at {AT}.id: a node without id (gives) is in the workflow, expected an id"
    ]


def test_what_a_node_runs_is_not_there() -> None:
    """The server stops there: nothing else is held against the node, or what uses it."""
    nodes = runs("m", "lost", x=1), runs("n", "takes", a=output("m", "whatever"))
    assert findings(template(*nodes), TASKS) == [
        f"task-reference-not-found at {AT}.task_node.reference_id: m (lost) runs the task 'lost', which is not there, "
        "expected it by this very identifier"
    ]
    assert findings(template(runs_plan("n", "lost")), TASKS) == [
        f"workflow-reference-not-found at {AT}.workflow_node.launchplan_ref: n (lost) runs the launch plan 'lost', "
        "which is not there, expected it by this very identifier"
    ]
    assert findings(template(runs_sub("n", "lost")), TASKS) == [
        f"workflow-reference-not-found at {AT}.workflow_node.sub_workflow_ref: n (lost) runs the sub-workflow 'lost', "
        "which is not there, expected it among those that the workflow carries"
    ]


def test_what_is_assumed_to_be_there_is_not_judged() -> None:
    assumed = {
        (Kind.TASK.value, "p", "d", "lost", "v", ""),
        (Kind.LAUNCH_PLAN.value, "p", "d", "lost", "v", ""),
    }
    nodes = (
        runs("l", "gives"),
        runs("m", "lost", x=1, y=[output("l", "o", "part")], z={"k": 1}),
        runs("n", "takes", a=output("m", "whatever")),
        runs_plan("q", "lost", y=output("m")),
        branch("b", (compare("x", 1), runs("i", "lost")), x=output("m")),
        runs("r", "takes", a=output("b", "anything")),
        maps("s", runs("i", "lost"), x=[1]),
    )
    workflow = template(*nodes, outputs={"o": INT}, returns={"o": output("q", "o", 0, "part")})
    assert findings(workflow, Known(tasks=TASKS.tasks, assumed=assumed)) == []
    astray = template(runs("m", "lost", x=output("nowhere"), y=pb.BindingData()))
    assert slugs(findings(astray, Known(assumed=assumed))) == [
        "mismatching-bindings",
        "node-reference-not-found",
        "parameter-not-bound",
    ]


def test_tasks_are_looked_up_by_all_of_their_identifier_and_launch_plans_are_not() -> None:
    node = runs("n", "gives")
    for field, value in (("resource_type", "UNSPECIFIED"), ("org", "acme"), ("version", "w")):
        changed = pb.Node()
        changed.CopyFrom(node)
        reference = changed.task_node.reference_id
        setattr(reference, field, pb.ResourceType.Value(value) if field == "resource_type" else value)
        assert slugs(findings(template(changed), TASKS)) == ["task-reference-not-found"]
    node = runs_plan("n", "plan")
    node.workflow_node.launchplan_ref.resource_type = pb.ResourceType.Value("UNSPECIFIED")
    node.workflow_node.launchplan_ref.org = "acme"
    assert findings(template(node), known(plan=plan({}, {}))) == []


def test_launch_plans_whose_workflow_does_not_speak_of_outputs() -> None:
    assert findings(template(runs_plan("n", "plan")), known(plan=plan({}, None))) == [
        f"value-required at {AT}.workflow_node.launchplan_ref: n (plan) runs a launch plan whose workflow does not say "
        "that it has outputs or none, expected either (Give the workflow's interface both its parts.)"
    ]


def test_launch_plans_whose_inputs_lack_a_type() -> None:
    held = plan({"a": INT}, {})
    held.inputs.parameters["a"].var.ClearField("type")
    assert findings(template(runs_plan("n", "plan", a=1)), known(plan=held)) == [
        f"value-required at {AT}: n (plan) runs something of which the input 'a' has no type, expected one"
    ]


def test_maps_over_launch_plans_take_what_the_inner_node_takes() -> None:
    registered = known(plan=plan({}, {}, defaults={"a": INT}))
    assert findings(template(maps("n", runs_plan("i", "plan", a=1), a=1)), registered) == []
    assert slugs(findings(template(maps("n", runs_plan("i", "plan"), a=1)), registered)) == ["variable-name-not-found"]


def aliased(node: pb.Node, **aliases: str) -> pb.Node:
    node.output_aliases.extend(pb.Alias(var=name, alias=alias) for name, alias in aliases.items())
    return node


def test_aliases_are_the_only_names() -> None:
    node = aliased(runs("m", "gives"), o="p")
    assert findings(template(node, runs("n", "takes", a=output("m", "p"))), TASKS) == []
    assert findings(template(node, runs("n", "takes", a=output("m", "o"))), TASKS) == [
        "variable-name-not-found at template.nodes[1].inputs[0].binding: n (takes): the input 'a' comes from 'o' of "
        "m (gives), which has no such name, expected one of 'p' "
        "(Leave out the alias: where it is set, the output has no other name.)",
        "parameter-not-bound at template.nodes[1].inputs[0].binding: n (takes): the input 'a' has no value, since what "
        "it comes from is not there; expected one",
    ]


def test_aliases_of_what_is_not_there() -> None:
    node = aliased(runs("m", "gives"), p="q")
    assert findings(template(node), TASKS) == [
        f"parameter-not-bound at {AT}.output_aliases[0]: m (gives) gives an alias to 'p', which is none of its "
        "outputs; "
        "expected one"
    ]
    assert slugs(findings(template(aliased(runs("m", "takes", a=1), o="q", p="r")), TASKS)) == ["parameter-not-bound"]


def test_two_aliases_of_one_output() -> None:
    node = aliased(aliased(runs("m", "gives"), o="p"), o="q")
    assert findings(template(node), TASKS) == [
        f"duplicate-alias at {AT}.output_aliases[1]: m (gives) gives 'o' two aliases, expected one"
    ]
    used = template(node, runs("n", "takes", a=output("m", "p")))
    assert slugs(findings(used, TASKS)) == ["duplicate-alias", "parameter-not-bound", "value-required"]


def test_two_nodes_of_one_id() -> None:
    """The first is run. The second is looked at by itself, but what it is given is not."""
    first, second = runs("n", "gives"), runs("n", "takes", a="x")
    warning = (
        "warning duplicate-node-id at template.nodes[1].id: n ({}) has the id of another node, which is run in its "
        "place; expected an id of its own"
    )
    assert findings(template(first, second), TASKS) == [warning.format("takes")]
    assert findings(template(first, runs("n", "lost")), TASKS) == [
        warning.format("lost"),
        "task-reference-not-found at template.nodes[1].task_node.reference_id: n (lost) runs the task 'lost', which is "
        "not there, expected it by this very identifier",
    ]


def test_reserved_ids() -> None:
    """Such a node is left out, but what it runs has to be there."""
    reserved = runs("end-node", "takes", a="x"), pb.Node(id="start-node")
    warning = "is not run, since the server has a node of that id itself; expected another"
    assert findings(template(runs("n", "gives"), *reserved), TASKS) == [
        f"warning reserved-node-id at template.nodes[1].id: end-node (takes) {warning}",
        f"warning reserved-node-id at template.nodes[2].id: start-node {warning}",
    ]
    assert slugs(findings(template(runs("n", "gives"), runs("end-node", "lost")), TASKS)) == [
        "task-reference-not-found",
        "warning reserved-node-id",
    ]


def test_failure_nodes() -> None:
    workflow = template(runs("m", "gives"), inputs={"x": INT})
    workflow.failure_node.CopyFrom(runs("f", "takes", a=output("m")))
    assert findings(workflow, TASKS) == []
    workflow.failure_node.CopyFrom(runs("m", "takes", a=given("x")))
    assert findings(workflow, TASKS) == []
    workflow.failure_node.CopyFrom(runs("", "takes", a="s"))
    assert findings(workflow, TASKS) == [
        "value-required at template.failure_node.id: the failure node, a node without id (takes), expected an id",
        "mismatching-types at template.failure_node.inputs[0].binding: a node without id (takes): the input 'a' is 's' "
        "of type str, expected int",
    ]


def test_nobody_uses_the_failure_node() -> None:
    workflow = template(runs("n", "takes", a=output("f")), failure=runs("f", "gives"))
    assert slugs(findings(workflow, TASKS)) == ["node-reference-not-found", "parameter-not-bound"]


def test_conditionals_as_failure_nodes() -> None:
    inner = runs("i", "takes", a="s")
    condition = compare(pb.Operand(primitive=primitive(1)), 2)
    workflow = template(runs("n", "gives"), failure=branch("f", (condition, inner)))
    assert slugs(findings(workflow, TASKS)) == ["mismatching-types"]


def test_nodes_of_sub_workflows_belong_to_the_node_that_runs_them() -> None:
    inner = template(runs("n", "takes", a="s"), name="inner")
    middle = template(runs_sub("m", "inner"), name="middle")
    assert findings(template(runs_sub("k", "middle"), outputs={}), TASKS, inner, middle) == [
        "mismatching-types at sub_workflows[0].nodes[0].inputs[0].binding: in the sub-workflow 'inner', n (takes): the "
        "input 'a' is 's' of type str, expected int"
    ]


def test_every_finding_names_its_node() -> None:
    from flytec.checks.compiler.workflow import check_workflow

    inner = template(runs("n", "takes", a="s"), name="inner")
    nodes = runs("m", "takes", a="s"), runs_sub("k", "inner"), runs("o", "takes", a=STR.simple)
    spec = pb.WorkflowSpec(template=template(*nodes), sub_workflows=[inner])
    assert [finding.node for finding in check_workflow(spec, TASKS)] == ["m", "k"]
