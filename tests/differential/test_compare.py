"""The comparison itself: what it must see, and the three things that it must not."""

import base64
import gzip
import json

import pytest
from flyteidl.admin.task_pb2 import TaskSpec
from flyteidl.admin.workflow_pb2 import WorkflowSpec
from google.protobuf import text_format
from google.protobuf.message import Message

from differential.compare import _normalize, differences, unified_diff


def task(text: str) -> TaskSpec:
    return text_format.Parse(text, TaskSpec())


def workflow(text: str) -> WorkflowSpec:
    return text_format.Parse(text, WorkflowSpec())


def normalized(message: Message) -> Message:
    _normalize(message)
    return message


def context(interpreter: str, **settings: object) -> str:
    text = json.dumps({"python_interpreter": interpreter, **settings})
    value = base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()
    return f'template {{ container {{ env {{ key: "_F_SS_C" value: "{value}" }} }} }}'


@pytest.mark.parametrize(
    ("expected", "actual", "row"),
    [
        ("template { id { name: 'a' } }", "template { id { name: 'b' } }", "template.id.name: expected 'a', got 'b'"),
        ("template { container {} }", "template {}", "template.container: expected {}, got nothing"),
        ("template { config { key: 'k' value: 'v' } }", "template {}", "template.config[k]: expected 'v', got nothing"),
        (
            "template { container { args: ['a', 'b'] } }",
            "template { container { args: ['a'] } }",
            "template.container.args[1]: expected 'b', got nothing",
        ),
        (
            "template { interface { inputs { variables { key: 'n' value { description: 'x' } } } } }",
            "template { interface { inputs { variables { key: 'n' value { } } } } }",
            "template.interface.inputs.variables[n].description: expected 'x', got ''",
        ),
    ],
)
def test_a_difference_is_shown_with_its_path(expected: str, actual: str, row: str) -> None:
    rows = differences({"0_t_1.pb": task(expected)}, {"0_t_1.pb": task(actual)})
    assert [str(found) for found in rows] == [f"0_t_1.pb: {row}"]


def test_a_missing_and_a_superfluous_file_are_differences() -> None:
    rows = differences({"0_a_1.pb": TaskSpec()}, {"0_b_1.pb": TaskSpec()})
    assert [str(row) for row in rows] == [
        "0_a_1.pb: (file): expected a file, got no file",
        "0_b_1.pb: (file): expected no file, got a file",
    ]


def test_unknown_fields_are_compared() -> None:
    extended = TaskSpec.FromString(TaskSpec().SerializeToString() + b"\xfa\x3f\x01x")
    (row,) = differences({"0_t_1.pb": TaskSpec()}, {"0_t_1.pb": extended})
    assert row.field == "(unknown fields)"


def test_not_a_number_equals_itself_and_zero_has_a_sign() -> None:
    value = "template { nodes { inputs { binding { scalar { primitive { float_value: %s } } } } } }"
    nan, zero, minus_zero = (workflow(value % number) for number in ("nan", "0", "-0"))
    assert differences({"0_w_2.pb": nan}, {"0_w_2.pb": workflow(value % "nan")}) == []
    assert differences({"0_w_2.pb": zero}, {"0_w_2.pb": minus_zero}) != []


def test_order_of_upstream_nodes_does_not_count_and_their_set_does() -> None:
    template = "template {{ nodes {{ id: 'n2' upstream_node_ids: {} }} }}"
    first, second, other = (
        normalized(workflow(template.format(ids))) for ids in ("['n0', 'n1']", "['n1', 'n0']", "['n1']")
    )
    assert differences({"0_w_2.pb": first}, {"0_w_2.pb": second}) == []
    assert differences({"0_w_2.pb": first}, {"0_w_2.pb": other}) != []


def test_order_of_upstream_nodes_does_not_count_inside_branches_either() -> None:
    leaf = "{ id: 'n1' upstream_node_ids: %s }"
    inner = "{ branch_node { if_else { case { then_node " + leaf + " } error { message: 'no' } } } }"
    block = "case { then_node " + inner + " } other { then_node " + leaf + " } else_node " + leaf

    def branches(*ids: str) -> WorkflowSpec:
        return normalized(workflow("template { nodes { branch_node { if_else { " + block % ids + " } } } }"))

    here, there, other = "['n0', 'x']", "['x', 'n0']", "['n0']"
    expected = {"0_w_2.pb": branches(here, here, here)}
    assert differences(expected, {"0_w_2.pb": branches(there, there, there)}) == []
    for ids in ((other, here, here), (here, other, here), (here, here, other)):
        assert differences(expected, {"0_w_2.pb": branches(*ids)}) != []


def test_order_of_nodes_and_bindings_counts() -> None:
    first = normalized(workflow("template { nodes { id: 'n0' } nodes { id: 'n1' } }"))
    second = normalized(workflow("template { nodes { id: 'n1' } nodes { id: 'n0' } }"))
    assert len(differences({"0_w_2.pb": first}, {"0_w_2.pb": second})) == 2


def test_only_the_machines_paths_of_a_serialized_context_do_not_count() -> None:
    here = normalized(task(context("/venv/bin/python", version="v1")))
    there = normalized(task(context("/usr/bin/python3", version="v1")))
    other = normalized(task(context("/usr/bin/python3", version="v2")))
    assert differences({"0_t_1.pb": here}, {"0_t_1.pb": there}) == []
    assert differences({"0_t_1.pb": here}, {"0_t_1.pb": other}) != []


def test_a_serialized_context_is_compared_key_by_key() -> None:
    sides = [normalized(task(context("", source_root=root, version="v1"))) for root in ("/here", None)]
    (row,) = differences({"0_t_1.pb": sides[0]}, {"0_t_1.pb": sides[1]})
    assert str(row) == "0_t_1.pb: template.container.env[0].value[source_root]: expected '/here', got nothing"


def test_the_order_of_keys_in_a_serialized_context_counts() -> None:
    first, second = (normalized(task(context("", **rows))) for rows in ({"a": 1, "b": 2}, {"b": 2, "a": 1}))
    (row,) = differences({"0_t_1.pb": first}, {"0_t_1.pb": second})
    assert row.field == "template.container.env[0].value"


def test_the_runtime_version_does_not_count_and_its_flavour_does() -> None:
    runtime = "template {{ metadata {{ runtime {{ type: FLYTE_SDK version: '{}' flavor: '{}' }} }} }}"
    first, second, other = (
        normalized(task(runtime.format(*row))) for row in (("1", "python"), ("2", "python"), ("1", "go"))
    )
    assert differences({"0_t_1.pb": first}, {"0_t_1.pb": second}) == []
    assert differences({"0_t_1.pb": first}, {"0_t_1.pb": other}) != []


def test_the_diff_shows_both_texts() -> None:
    text = unified_diff({"0_t_1.pb": task("template { type: 'a' }")}, {"0_t_1.pb": task("template {}")}, {"0_t_1.pb"})
    assert text.splitlines()[:2] == ["--- pyflyte/0_t_1.pb", "+++ flytec/0_t_1.pb"]
    assert '-  type: "a"' in text.splitlines()
