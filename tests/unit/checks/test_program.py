"""A program as it is registered: references, identities, what is there already."""

import pytest

from flytec.checks.identity import Policy
from flytec.checks.platform import Platform
from flytec.checks.program import check_program
from flytec.ir.program import Program, Unit
from registrations import TASK_NODE, check, launch_plan, line, task, without, workflow

LAUNCH_NODE = """template { nodes { id: "n0" workflow_node {
    launchplan_ref { resource_type: LAUNCH_PLAN project: "p" domain: "d" name: "l" version: "v" } } } }"""
REGISTER = "(Register it too, or correct the reference.)"
EARLIER = "(Give its file a name that sorts before this one's.)"
KNOWN = "(Name its message or folder with --known to have it checked.)"
TASK_FIELD = "template.nodes[0].task_node.reference_id"
PLAN_FIELD = "template.nodes[0].workflow_node.launchplan_ref"
CLOSED = Policy(closed=True)


def elsewhere(text: str) -> str:
    return text.replace('project: "p"', 'project: "other"')


def test_what_is_registered_in_order_has_no_finding() -> None:
    assert check(task(), workflow(), launch_plan(), workflow(LAUNCH_NODE, "outer"), policy=CLOSED) == []


def test_nothing_to_check() -> None:
    assert check() == []


def test_what_is_not_there() -> None:
    assert check(workflow()) == [
        f"FTC380 {TASK_FIELD}: task 't' of version 'v' in p/d is not there, expected it among what is registered "
        f"before {REGISTER}"
    ]
    assert check(launch_plan()) == [
        f"FTC380 spec.workflow_id: workflow 'w' of version 'v' in p/d is not there, expected it among what is "
        f"registered before {REGISTER}"
    ]
    assert check(workflow(LAUNCH_NODE)) == [
        f"FTC380 {PLAN_FIELD}: launch plan 'l' of version 'v' in p/d is not there, expected it among what is "
        f"registered before {REGISTER}"
    ]


def test_what_comes_later() -> None:
    assert check(workflow(), task()) == [
        f"FTC381 {TASK_FIELD}: task 't' of version 'v' in p/d comes later in the order of registration, "
        f"expected it before what refers to it {EARLIER}"
    ]
    assert check(task(), launch_plan(), workflow()) == [
        f"FTC381 spec.workflow_id: workflow 'w' of version 'v' in p/d comes later in the order of registration, "
        f"expected it before what refers to it {EARLIER}"
    ]


def test_what_is_of_another_project() -> None:
    note = "is not part of what is checked; it has to be registered before"
    assert check(workflow(elsewhere(TASK_NODE))) == [
        f"note FTC382 {TASK_FIELD}: task 't' of version 'v' in other/d {note} {KNOWN}"
    ]
    assert check(workflow(elsewhere(TASK_NODE)), policy=CLOSED) == [
        f"FTC380 {TASK_FIELD}: task 't' of version 'v' in other/d is not there, expected it among what is registered "
        f"before {REGISTER}"
    ]


def test_a_reference_without_a_name_is_nowhere() -> None:
    nameless = TASK_NODE.replace('name: "t"', "")
    assert check(workflow(elsewhere(nameless)))[0] == (
        f"FTC380 {TASK_FIELD}: task '' of version 'v' in other/d is not there, expected it among what is registered "
        f"before {REGISTER}"
    )


def test_what_is_known_is_there_and_is_compared() -> None:
    inputs = 'template { interface { inputs { variables { key: "x" value { type { simple: INTEGER } } } } } }'
    known = Program((task(), workflow(inputs + TASK_NODE)))
    given = 'spec { fixed_inputs { literals { key: "x" value { scalar { primitive { boolean: true } } } } } }'
    assert check(launch_plan(given), policy=Policy(known=known)) == [
        "FTC343 spec.fixed_inputs.literals['x']: the fixed input 'x' is of type bool, expected int"
    ]
    assert check(launch_plan(), policy=Policy(known=known, closed=True)) == []


def test_a_launch_plan_of_an_unknown_workflow_is_not_judged() -> None:
    plan = elsewhere('spec { workflow_id { project: "p" } fixed_inputs { literals { key: "x" value { map {} } } } }')
    assert check(launch_plan(plan), workflow(LAUNCH_NODE)) == [
        f"note FTC382 spec.workflow_id: workflow 'w' of version 'v' in other/d is not part of what is checked; it has "
        f"to be registered before {KNOWN}"
    ]


def test_sub_workflows_need_what_they_run_where_they_are_reached() -> None:
    sub = """sub_workflows { id { resource_type: WORKFLOW project: "p" domain: "d" name: "s" version: "v" }
        interface { inputs {} outputs {} }
        nodes { id: "n0" task_node { reference_id { resource_type: TASK project: "p" domain: "d" name: "t"
            version: "v" } } } }"""
    node = """template { nodes { id: "a" workflow_node {
        sub_workflow_ref { resource_type: WORKFLOW project: "p" domain: "d" name: "s" version: "v" } } } }"""
    missing = check(workflow(node + sub))
    assert [text for text in missing if "FTC380" in text] == [
        "FTC380 sub_workflows[0].nodes[0].task_node.reference_id: task 't' of version 'v' in p/d is not there, "
        f"expected it among what is registered before {REGISTER}"
    ]
    assert check(task(), workflow(node + sub)) == []
    unreached = check(task("", "t2"), workflow(TASK_NODE.replace('"t"', '"t2"') + sub))
    assert [text for text in unreached if not text.startswith("warning")] == []


def test_references_inside_nodes() -> None:
    inside = """template { nodes { id: "b" branch_node { if_else {
        case { condition { CONDITION }
            then_node { id: "x" task_node { reference_id { resource_type: TASK name: "t1" } } } }
        other { condition { CONDITION }
            then_node { id: "y" array_node { node { id: "z" task_node { reference_id {
                resource_type: TASK name: "t2" } } } } } }
        else_node { id: "w" task_node { reference_id { resource_type: TASK name: "t3" } } } } } }
      failure_node { id: "f" task_node { reference_id { resource_type: TASK name: "t4" } } } }"""
    one = "primitive { integer: 1 }"
    lines = check(
        workflow(inside.replace("CONDITION", f"comparison {{ left_value {{ {one} }} right_value {{ {one} }} }}"))
    )
    path = "template.nodes[0].branch_node.if_else"
    assert [text.split(": ")[0] for text in lines if "FTC380" in text] == [
        "FTC380 template.failure_node.task_node.reference_id",
        f"FTC380 {path}.case.then_node.task_node.reference_id",
        f"FTC380 {path}.else_node.task_node.reference_id",
        f"FTC380 {path}.other[0].then_node.array_node.node.task_node.reference_id",
    ]


def test_a_finding_names_the_node() -> None:
    found = check_program(Program((workflow(),)), platform=Platform(), policy=Policy())
    assert [finding.node for _, finding in found] == ["n0"]


# Identities


def renamed(unit: Unit, **parts: str) -> Unit:
    for name, value in parts.items():
        setattr(unit.id, name, value)
    return unit


PLACEHOLDERS = {
    "project": "{{ registration.project }}",
    "domain": "{{ registration.domain }}",
    "version": "{{ registration.version }}",
}


@pytest.mark.parametrize(
    "parts", [{"project": "", "domain": "", "version": ""}, PLACEHOLDERS], ids=["empty", "filled in"]
)
def test_what_flytectl_fills_in_is_the_same(parts: dict[str, str]) -> None:
    assert check(renamed(task(), **parts), workflow(), policy=CLOSED) == []
    assert check(renamed(task(), **parts), workflow(), policy=Policy(project="p", domain="d", version="v")) == []
    node = TASK_NODE
    for name, value in parts.items():
        node = node.replace(f'{name}: "{name[0]}"', f'{name}: "{value}"')
    assert check(task(), workflow(node), policy=CLOSED) == []
    assert check(renamed(task(), **parts), renamed(workflow(node), **parts), policy=CLOSED) == []


def test_another_identity_is_another_entity() -> None:
    lines = check(renamed(task(), project=""), workflow(), policy=Policy(project="q", domain="d", version="v"))
    assert f"note FTC382 {TASK_FIELD}: task 't' of version 'v' in p/d is not part of what is checked" in "".join(lines)


def test_an_entity_is_registered_in_the_project_that_flytectl_is_given() -> None:
    assert check(task(), policy=Policy(project="q", domain="d")) == [
        "warning FTC375 template.id.project: the task is registered in project 'q', expected 'p', as it says itself "
        "(Register it with --project p, or leave the project out.)"
    ]
    assert check(task(), policy=Policy(project="p", domain="e")) == [
        "warning FTC375 template.id.domain: the task is registered in domain 'e', expected 'd', as it says itself "
        "(Register it with --domain d, or leave the domain out.)"
    ]
    assert check(task(), policy=Policy(project="p", domain="d", version="other")) == []


# The same identity again


def test_the_same_again() -> None:
    text = "the task 't' is there twice, and registered once; expected it once (Leave one of the two out.)"
    described = 'description { short_description: "other" }'
    assert check(task(), task()) == [f"warning FTC360 : {text}"]
    assert check(task(), task(described)) == [f"warning FTC360 : {text}"]
    assert check(task(), task(), policy=CLOSED) == [f"FTC360 : {text}"]
    assert check(task(), renamed(task(), project="", version="")) == [f"warning FTC360 : {text}"]
    assert check(task(), policy=Policy(known=Program((task(),)))) == []


def test_another_structure_under_the_same_identity() -> None:
    text = "is registered already with another structure, expected the same one"
    hint = "(Give it another name, or register it under a new version.)"
    other = 'template { container { env { key: "A" value: "1" } } }'
    assert check(task(), task(other)) == [f"FTC361 : the task 't' {text} {hint}"]
    assert check(task(other), policy=Policy(known=Program((task(),)))) == [f"FTC361 : the task 't' {text} {hint}"]
    assert check(task(), workflow(), workflow(TASK_NODE.replace("n0", "n1"))) == [
        f"FTC361 : the workflow 'w' {text} {hint}"
    ]
    labels = 'spec { labels { values { key: "a" value: "b" } } }'
    assert check(task(), workflow(), launch_plan(), launch_plan(labels)) == [
        f"FTC361 : the launch plan 'l' {text} {hint}"
    ]


def test_what_makes_no_other_structure() -> None:
    two = TASK_NODE + TASK_NODE.replace('"n0"', '"n1"')
    ups = """ template { nodes { id: "n2" UPS task_node {
        reference_id { resource_type: TASK project: "p" domain: "d" name: "t" version: "v" } } } }"""
    one, other = (two + ups.replace("UPS", text) for text in (
        'upstream_node_ids: "n0" upstream_node_ids: "n1"', 'upstream_node_ids: "n1" upstream_node_ids: "n0"'
    ))  # fmt: skip
    assert [text[:14] for text in check(task(), workflow(one), workflow(other))] == ["warning FTC360"]
    inputs = 'template { interface { inputs { variables { key: "x" value { type { simple: INTEGER } } } } } }'
    given = """spec { default_inputs { parameters {
        key: "x" value { var { type { simple: INTEGER } } required: true } } } }"""
    units = (task(), workflow(inputs + TASK_NODE))
    assert [text[:14] for text in check(*units, launch_plan(), launch_plan(given))] == ["warning FTC360"]


# Shapes


def test_a_shape_that_only_flytectl_minds() -> None:
    """The workflow compiler passes over nodes of this name."""
    lines = check(task(), workflow('template { nodes { id: "end-node" } }' + TASK_NODE))
    assert "FTC374 template.nodes[0]: the node 'end-node' has no target, at which flytectl stops; expected one" in lines


def test_a_shape_that_the_workflow_compiler_minds_too_is_told_once() -> None:
    lines = check(task(), workflow('template { nodes { id: "n1" } }' + TASK_NODE))
    assert [text[:6] for text in lines] == ["FTC301"]


def test_a_workflow_without_template() -> None:
    assert check(without(workflow(), "template")) == [
        "FTC374 template.id: the workflow has no identifier, at which flytectl crashes; expected one",
        "FTC331 template: the workflow has no template, expected one",
    ]


# Placeholders


@pytest.mark.parametrize(
    ("more", "field", "text"),
    [
        (
            'template { container { image: "x:{{ registration.version }}" } }',
            "template.container.image",
            "registration.version",
        ),
        ('template { container { args: "--at={{ .dest_dir }}" } }', "template.container.args[1]", ".dest_dir"),
        ('template { container { command: "{{ .dest_dir }}" } }', "template.container.command[0]", ".dest_dir"),
        ('template { id { name: "{{ registration.project }}" } }', "template.id.name", "registration.project"),
        (
            'template { config { key: "a" value: "{{ .remote_package_path }}" } }',
            "template.config['a']",
            ".remote_package_path",
        ),
    ],
)
def test_placeholders_that_stay(more: str, field: str, text: str) -> None:
    assert check(task(more)) == [
        f"warning FTC373 {field}: the text has '{{{{ {text} }}}}', which flytectl leaves as it is here; expected a "
        "value (Write the value, or use it as the whole of an argument or of an identifier's field.)"
    ]


@pytest.mark.parametrize(
    "more",
    [
        'template { container { args: "{{ .remote_package_path }}" args: "{{ .dest_dir }}" args: "{{.input}}" } }',
        'template { id { version: "{{ registration.version }}" } }',
        """template { k8s_pod { pod_spec { fields { key: "containers" value { list_value { values { struct_value {
            fields { key: "name" value { string_value: "a" } } fields { key: "args" value { list_value { values {
            string_value: "{{ .dest_dir }}" } } } } } } } } } } } }""",
    ],
)
def test_placeholders_that_are_filled_in(more: str) -> None:
    assert check(task(more)) == []


def test_checks_change_nothing() -> None:
    units = (task(), renamed(workflow(LAUNCH_NODE), project=""), launch_plan(), task('template { type: "" }'))
    before = [unit.message.SerializeToString(deterministic=True) for unit in units]
    found = check_program(Program(units), platform=Platform(nodes=0), policy=Policy(project="p"))
    assert [line(finding) for _, finding in found]
    assert [unit.message.SerializeToString(deterministic=True) for unit in units] == before
