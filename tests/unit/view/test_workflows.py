"""Nodes are given in protobuf's text form."""

import pytest
from google.protobuf import text_format

from flytec.ir import ours, pb
from flytec.view.workflows import node_view, workflow_view

TASK = "task_node { reference_id { name: 'pkg.t' } }"
FROM_N0 = "binding { promise { node_id: 'n0' var: 'o0' } }"
GREATER = "comparison { operator: GT left_value { var: '.x' } right_value { primitive { integer: 3 } } }"
EQUAL = "comparison { operator: EQ left_value { var: 'n0.o0' } right_value { primitive { string_value: 'a' } } }"


def view(text: str) -> ours.InspectedNode:
    return node_view(text_format.Parse(text, pb.Node()))


@pytest.mark.parametrize(
    ("binding", "expected"),
    [
        ("promise { var: 'a' }", "inputs.a"),
        ("promise { node_id: 'start-node' var: 'a' }", "inputs.a"),
        ("promise { node_id: 'n0' var: 'o0' }", "n0.o0"),
        (
            "promise { node_id: 'n0' var: 'o0' attr_path { int_value: 2 } attr_path { string_value: 'name' } "
            "attr_path { string_value: 'odd key' } }",
            "n0.o0[2].name['odd key']",
        ),
        ("scalar { primitive { string_value: 'x' } }", "'x'"),
        ("collection { bindings { scalar { none_type {} } } bindings { promise { var: 'a' } } }", "[None, inputs.a]"),
        ("map { bindings { key: 'k' value { promise { node_id: 'n1' var: 'o0' } } } }", "{'k': n1.o0}"),
        ("", "<unset>"),
    ],
)
def test_a_binding_is_an_expression(binding: str, expected: str) -> None:
    node = view(f"id: 'n5' inputs {{ var: 'x' binding {{ {binding} }} }} {TASK}")
    assert node.call == f"n5 = pkg.t(x={expected})"


@pytest.mark.parametrize(
    ("target", "kind", "call"),
    [
        (TASK, ours.NODE_KIND_TASK, "n1 = pkg.t(x=n0.o0)"),
        ("workflow_node { sub_workflow_ref { name: 'w' } }", ours.NODE_KIND_WORKFLOW, "n1 = w(x=n0.o0)"),
        ("workflow_node { launchplan_ref { name: 'p' } }", ours.NODE_KIND_LAUNCH_PLAN, "n1 = p(x=n0.o0)"),
        (
            f"array_node {{ node {{ {TASK} }} parallelism: 3 min_success_ratio: 0.5 bound_inputs: 'y' }}",
            ours.NODE_KIND_MAP,
            "n1 = map_task(pkg.t, concurrency=3, min_success_ratio=0.5, bound_inputs=['y'])(x=n0.o0)",
        ),
        (
            f"array_node {{ node {{ {TASK} }} parallelism: 0 min_successes: 2 }}",
            ours.NODE_KIND_MAP,
            "n1 = map_task(pkg.t, min_successes=2)(x=n0.o0)",
        ),
        ("gate_node { approve { signal_id: 'ok' } }", ours.NODE_KIND_GATE, "n1 = approve(n0.o0, 'ok')"),
        (
            "gate_node { signal { signal_id: 's' type { simple: INTEGER } } }",
            ours.NODE_KIND_GATE,
            "n1 = wait_for_input('s', int)",
        ),
        ("gate_node { sleep { duration { seconds: 90 } } }", ours.NODE_KIND_GATE, "n1 = sleep('1m30s')"),
        ("gate_node {}", ours.NODE_KIND_GATE, "n1 = <unknown>"),
        ("task_node {}", ours.NODE_KIND_TASK, "n1 = <unknown>(x=n0.o0)"),
        ("", ours.NODE_KIND_UNSPECIFIED, "n1 = <unknown>(x=n0.o0)"),
    ],
)
def test_a_node_is_a_line_of_code(target: str, kind: "ours.NodeKind", call: str) -> None:
    node = view(f"id: 'n1' inputs {{ var: 'x' {FROM_N0} }} {target}")
    assert (node.kind, node.call) == (kind, call)


def test_a_conditional_shows_its_arms() -> None:
    node = view(
        f"""
        id: 'n1' metadata {{ name: 'pick' }}
        inputs {{ var: '.x' binding {{ promise {{ var: 'x' }} }} }} inputs {{ var: 'n0.o0' {FROM_N0} }}
        branch_node {{ if_else {{
          case {{
            condition {{ conjunction {{
              operator: AND
              left_expression {{ {GREATER} }}
              right_expression {{ conjunction {{
                operator: OR left_expression {{ {EQUAL} }} right_expression {{ {GREATER} }}
              }} }}
            }} }}
            then_node {{ id: 'a' {TASK} }}
          }}
          other {{ condition {{ {EQUAL} }} then_node {{ id: 'b' {TASK} }} }}
          error {{ message: 'bad luck' }}
        }} }}
        """
    )
    assert node.call == "n1 = conditional('pick')"
    assert [(arm.condition, arm.node.call, arm.error) for arm in node.arms] == [
        ("inputs.x > 3 and (n0.o0 == 'a' or inputs.x > 3)", "a = pkg.t()", ""),
        ("n0.o0 == 'a'", "b = pkg.t()", ""),
        ("", "", "bad luck"),
    ]


def test_a_node_shows_what_it_overrides_and_waits_for() -> None:
    node = view(
        f"""
        id: 'n10' upstream_node_ids: 'n9' upstream_node_ids: 'n10' upstream_node_ids: 'n2'
        inputs {{ var: 'x' {FROM_N0} }}
        metadata {{
          retries {{ retries: 2 }} timeout {{ seconds: 60 }} interruptible: false
          cacheable: true cache_version: '3' cache_serializable: false
        }}
        task_node {{ reference_id {{ name: 't' }} overrides {{
          container_image: 'img:2'
          resources {{ requests {{ name: CPU value: '1' }} limits {{ name: EPHEMERAL_STORAGE value: '1Gi' }} }}
          extended_resources {{ gpu_accelerator {{ device: 'a100' partition_size: '1g' }} }}
        }} }}
        """
    )
    assert list(node.upstream) == ["n0", "n2", "n9", "n10"]
    assert (node.execution.retries, node.execution.timeout) == (2, "1m")
    assert node.execution.interruptible is False
    assert {pair.name: pair.value for pair in node.overrides} == {
        "cache": "True",
        "cache_version": "3",
        "cache_serialize": "False",
        "container_image": "img:2",
        "requests.cpu": "1",
        "limits.ephemeral_storage": "1Gi",
        "accelerator": "a100 partition 1g",
    }


def test_a_workflow_shows_outputs_failure_node_and_sub_workflows() -> None:
    template = text_format.Parse(
        f"""
        outputs {{ var: 'o0' {FROM_N0} }} failure_node {{ id: 'fn0' {TASK} }}
        metadata {{ on_failure: FAIL_AFTER_EXECUTABLE_NODES_COMPLETE }} metadata_defaults {{ interruptible: true }}
        """,
        pb.WorkflowTemplate(),
    )
    sub = text_format.Parse(
        """
        id { name: 'sub' }
        interface {
          inputs { variables { key: 'b' value { type { simple: INTEGER } } }
                   variables { key: 'a' value { type { simple: STRING } } } }
          outputs {}
        }
        """,
        pb.WorkflowTemplate(),
    )
    workflow = workflow_view(template, [sub])
    assert [(pair.name, pair.value) for pair in workflow.outputs] == [("o0", "n0.o0")]
    assert workflow.failure_node.call == "fn0 = pkg.t()"
    assert workflow.on_failure == "fail_after_executable_nodes_complete"
    assert workflow.interruptible
    assert [one.id.name + one.signature for one in workflow.sub_workflows] == ["sub(a: str, b: int) -> None"]
