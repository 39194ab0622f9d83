"""One workflow template: its nodes in order, what they are given, and the graph that they make.

Rule: `ValidateWorkflow` in flytepropeller's `pkg/compiler/workflow_compiler.go`.
"""

from collections.abc import Iterable

from flytec.checks.compiler.bindings import check_bindings
from flytec.checks.compiler.branches import check_conditions
from flytec.checks.compiler.graph import PATH_LIMIT, survey
from flytec.checks.compiler.interface import described
from flytec.checks.compiler.names import END, START
from flytec.checks.compiler.nodes import derive
from flytec.checks.compiler.report import Report
from flytec.checks.compiler.scope import NodeState, Scope, SubReference
from flytec.checks.compiler.universe import Universe
from flytec.codes import (
    CYCLE_DETECTED,
    DUPLICATE_NODE_ID,
    INCOMPLETE_INTERFACE,
    NO_NODES_FOUND,
    PATH_EXPLOSION,
    RESERVED_NODE_ID,
    TASK_REFERENCE_NOT_FOUND,
    UNKNOWN_UPSTREAM_NODE,
    UNREACHABLE_NODES,
    VALUE_REQUIRED,
    WORKFLOW_REFERENCE_NOT_FOUND,
)
from flytec.ir import pb


def check_template(template: pb.WorkflowTemplate, path: str, universe: Universe, report: Report) -> list[SubReference]:
    """Judges the template at `path` of the message; returns the sub-workflows that its nodes run."""
    if not template.nodes:
        report.error(NO_NODES_FOUND, f"{path}.nodes", "the workflow has no nodes, expected one", hint=_CALL_SOMETHING)
        return []
    interface, faults = described(template.interface)
    for where, message in faults:
        report.error(VALUE_REQUIRED, f"{path}.interface.{where}", f"the workflow's interface is not whole: {message}")
    if faults:
        return []
    if not template.interface.HasField("outputs") and path == PRIMARY:
        message = "the workflow's interface does not say whether it has outputs, so no node can run its launch plans"
        report.warning(INCOMPLETE_INTERFACE, f"{path}.interface", f"{message}; expected either")
    scope = Scope(template, path, universe, report)
    scope.nodes[START] = NodeState(START, None, path, outputs=interface.inputs)
    for index, node in enumerate(template.nodes):
        _add(scope, node, f"{path}.nodes[{index}]")
    scope.nodes[END] = NodeState(END, None, path, outputs={})
    upstream = _check_given(scope)
    upstream[END] = check_bindings(scope, scope.nodes[END], template.outputs, interface.outputs, f"{path}.outputs")
    if template.HasField("failure_node"):
        _check_failure_node(scope, template.failure_node, f"{path}.failure_node")
    _check_inner_ids(scope)
    _check_graph(scope, upstream)
    return scope.sub_references


_CALL_SOMETHING = "Call a task in the workflow's body."
_SHOWN_NODES = 8
PRIMARY = "template"
"""The path of the workflow itself in its message."""


REFERENCE_CODES = (TASK_REFERENCE_NOT_FOUND, WORKFLOW_REFERENCE_NOT_FOUND)
"""What has to be registered is looked for in nodes too that are not compiled."""


def _add(scope: Scope, node: pb.Node, where: str) -> None:
    """Takes a node in, and judges what can be said of it before those behind it are there."""
    state = NodeState(node.id, node, where)
    if node.id in (START, END):
        _check_reserved(scope, state)
        return
    if not node.id:
        scope.report.error(VALUE_REQUIRED, f"{where}.id", f"{state.label()} is in the workflow, expected an id")
    if node.id in scope.nodes:
        message = f"{state.label()} has the id of another node, which is run in its place; expected an id of its own"
        scope.report.warning(DUPLICATE_NODE_ID, f"{where}.id", message, node=state.id)
    else:
        scope.nodes[node.id] = state
    derive(scope, state)
    if node.HasField("branch_node"):
        _check_branches(scope, state)


def _check_reserved(scope: Scope, state: NodeState) -> None:
    """A node that the server leaves out for its id, but for having what it runs registered."""
    message = f"{state.label()} is not run, since the server has a node of that id itself; expected another"
    scope.report.warning(RESERVED_NODE_ID, f"{state.where}.id", message, node=state.id)
    apart = Scope(scope.template, scope.path, scope.universe, scope.report.attempt(), dict(scope.nodes))
    derive(apart, state, compiled=False)
    scope.sub_references += apart.sub_references
    scope.report.findings += [finding for finding in apart.report.findings if finding.code in REFERENCE_CODES]


def _check_branches(scope: Scope, state: NodeState) -> None:
    """Judges the conditions of a conditional, and the nodes in its branches: they see the nodes before it only."""
    check_conditions(scope, state)
    for arm in state.arms:
        if arm.node is None:
            continue
        if arm.node.HasField("branch_node"):
            _check_branches(scope, arm)
        if arm.interface is not None:
            check_bindings(scope, arm, arm.node.inputs, arm.interface.inputs, f"{arm.where}.inputs")
        scope.inner.append(arm)


def _check_failure_node(scope: Scope, node: pb.Node, where: str) -> None:
    state = NodeState(node.id, node, where)
    if not node.id:
        scope.report.error(VALUE_REQUIRED, f"{where}.id", f"the failure node, {state.label()}, expected an id")
    derive(scope, state)
    if node.HasField("branch_node"):
        _check_branches(scope, state)
    if state.interface is not None:
        check_bindings(scope, state, node.inputs, state.interface.inputs, f"{where}.inputs")


def _check_given(scope: Scope) -> dict[str, set[str]]:
    """Judges what nodes are given; returns what each waits for: nothing, where it is wrong itself."""
    upstream: dict[str, set[str]] = {}
    for identity, state in scope.nodes.items():
        node, interface = state.node, state.interface
        if node is None:
            continue
        if interface is None:
            upstream[identity] = set()
            continue
        producers = check_bindings(scope, state, node.inputs, interface.inputs, f"{state.where}.inputs")
        others = node.upstream_node_ids
        if others:
            producers.update(others)
            if not producers <= scope.nodes.keys():
                _check_upstream(scope, state, others)
        upstream[identity] = producers
    return upstream


def _check_upstream(scope: Scope, state: NodeState, others: Iterable[str]) -> None:
    for other in dict.fromkeys(others):
        if other not in scope.nodes:
            message = f"{state.label()} waits for {other!r}, which is not there; expected a node of the workflow"
            where = f"{state.where}.upstream_node_ids"
            scope.report.warning(UNKNOWN_UPSTREAM_NODE, where, message, node=state.id)


def _check_inner_ids(scope: Scope) -> None:
    """Nodes in branches are compiled to ids of the workflow's own; two different nodes of one id fail to run."""
    held: dict[str, NodeState] = {}
    for arm in scope.inner:
        other = scope.nodes.get(arm.id) or held.setdefault(arm.id, arm)
        if other is not arm and other.node != arm.node:
            message = f"{arm.label()} is compiled to the id of another node, {other.label()}, which fails at run time"
            hint = "Give one of them another name."
            scope.report.warning(
                DUPLICATE_NODE_ID, f"{arm.where}.id", f"{message}; expected an id of its own", node=arm.id, hint=hint
            )


def _check_graph(scope: Scope, upstream: dict[str, set[str]]) -> None:
    """Judges the graph; the start leads to nodes that wait for nothing, and the others lead to the end at last."""
    where = f"{scope.path}.nodes"
    waited_for: set[str] = set()
    for identity, others in upstream.items():
        waited_for |= others
        if not others and identity not in scope.waiting and identity != END:
            others.add(START)
    upstream[END].update(upstream.keys() - waited_for - {END})
    found = survey(upstream, START)
    if found.cycle:
        names = [scope.nodes[identity].label() if identity in scope.nodes else identity for identity in found.cycle]
        message = f"nodes wait for each other in a circle, {' -> '.join(shortened(names))}; expected an order"
        scope.report.error(CYCLE_DETECTED, where, message, node=found.cycle[0])
        return
    for identity in found.unreached:
        if identity != END:
            state = scope.nodes[identity]
            message = f"{state.label()} is not reached, since what it waits for is refused or is not there itself"
            message += "; expected a way to it from the start"
            scope.report.error(UNREACHABLE_NODES, state.where, message, node=identity)
    if found.has_many_paths:
        message = (
            f"the nodes are joined by more than {PATH_LIMIT:,} paths, which the server walks one by one; "
            "expected few enough to walk in a second"
        )
        scope.report.warning(PATH_EXPLOSION, where, message, hint="Join layers of nodes by one node between them.")


def shortened(names: list[str]) -> list[str]:
    """The names of a long circle without those in the middle."""
    return names if len(names) <= _SHOWN_NODES else [*names[: _SHOWN_NODES - 1], "...", names[-1]]
