"""All that the nodes of a workflow refer to, and the shapes at which flytectl stops on its way through them.

Rule: flytectl hydrates every node of the workflow, of its failure node and of all sub-workflows, in branches and arrays
too, and gives up at a node without target, a reference that is not set, or a conditional without a default.
"""

from collections.abc import Collection, Iterator
from dataclasses import field
from typing import NamedTuple

from flytec.checks.finding import Finding
from flytec.checks.known import Key, key_of
from flytec.codes import UNHYDRATABLE
from flytec.ir import pb
from flytec.ir.program import Kind
from flytec.records import dataclass

CRASHES = "at which flytectl crashes"
STOPS = "at which flytectl stops"
_TASK = int(Kind.TASK)


class Reference(NamedTuple):
    """What a node at `path` runs, by its identifier and the raw key of that; a sub-workflow is of kind WORKFLOW."""

    kind: Kind
    raw: Key
    identifier: pb.Identifier
    path: str
    node: pb.Node


@dataclass(slots=True)
class Shape:
    """What is in a template: its references, the task nodes that override something, and what is wrong with its shape.

    `path` is that of the template in the message. `bare_overrides` counts the nodes that override nothing by a message
    without anything in it.
    """

    path: str
    references: list[Reference] = field(default_factory=list)
    overridden: list[tuple[pb.Node, str]] = field(default_factory=list)
    bare_overrides: int = 0
    faults: list[Finding] = field(default_factory=list)


def shapes_of(spec: pb.WorkflowSpec, arrived: Collection[Key] = ()) -> list[Shape]:
    """The shapes of a workflow and of its sub-workflows, in their order.

    References to tasks in `arrived` are left out: there is nothing to say about them.
    """
    primary = _shape(spec.template, "template", arrived)
    if not spec.sub_workflows:
        return [primary]
    subs = (_shape(template, f"sub_workflows[{index}]", arrived) for index, template in enumerate(spec.sub_workflows))
    return [primary, *subs]


def _shape(template: pb.WorkflowTemplate, path: str, arrived: Collection[Key]) -> Shape:
    shape = Shape(path)
    pending = [
        (node, f"{path}.nodes[{index}]")
        for index, node in enumerate(template.nodes)
        if not _is_plain_task(node, arrived, shape)
    ]
    if template.HasField("failure_node"):
        pending.append((template.failure_node, f"{path}.failure_node"))
    for node, where in pending:  # branches and arrays add theirs
        target = node.WhichOneof("target")
        if target == "task_node":
            _visit_task(node, where, shape)
        elif target == "workflow_node":
            _visit_workflow(node, where, shape)
        elif target == "branch_node":
            pending.extend(_arms(node, where, shape))
        elif target == "array_node":
            pending.append((node.array_node.node, f"{where}.array_node.node"))
        elif target is None:
            shape.faults.append(_fault(node, where, f"the node {node.id!r} has no target, {STOPS}; expected one"))
    return shape


def _is_plain_task(node: pb.Node, arrived: Collection[Key], shape: Shape) -> bool:
    """Whether a node runs a task that is there and overrides nothing, which is what most do."""
    if not node.HasField("task_node"):
        return False
    task = node.task_node
    key = key_of(task.reference_id)
    if key not in arrived or key[0] != _TASK:
        return False
    if task.HasField("overrides"):
        if task.overrides.ByteSize():
            return False
        shape.bare_overrides += 1
    return True


def _visit_task(node: pb.Node, where: str, shape: Shape) -> None:
    task = node.task_node
    if task.WhichOneof("reference") is None:
        shape.faults.append(_fault(node, where, f"the node {node.id!r} names no task, {CRASHES}; expected one"))
        return
    identifier = task.reference_id
    path = f"{where}.task_node.reference_id"
    shape.references.append(Reference(Kind.TASK, key_of(identifier), identifier, path, node))
    if task.HasField("overrides"):
        if task.overrides.ByteSize():
            shape.overridden.append((node, where))
        else:
            shape.bare_overrides += 1


def _visit_workflow(node: pb.Node, where: str, shape: Shape) -> None:
    name = node.workflow_node.WhichOneof("reference")
    if name is None:
        message = f"the node {node.id!r} names no workflow or launch plan, {STOPS}; expected one"
        shape.faults.append(_fault(node, where, message))
        return
    kind = Kind.LAUNCH_PLAN if name == "launchplan_ref" else Kind.WORKFLOW
    identifier = getattr(node.workflow_node, name)
    path = f"{where}.workflow_node.{name}"
    shape.references.append(Reference(kind, key_of(identifier), identifier, path, node))


def _arms(node: pb.Node, where: str, shape: Shape) -> Iterator[tuple[pb.Node, str]]:
    block, path = node.branch_node.if_else, f"{where}.branch_node.if_else"
    yield block.case.then_node, f"{path}.case.then_node"
    for index, case in enumerate(block.other):
        yield case.then_node, f"{path}.other[{index}].then_node"
    default = block.WhichOneof("default")
    if default == "else_node":
        yield block.else_node, f"{path}.else_node"
    elif default is None:
        message = f"the conditional {node.id!r} has neither an else_node nor an error, {STOPS}; expected one of them"
        shape.faults.append(_fault(node, where, message))


def _fault(node: pb.Node, path: str, message: str) -> Finding:
    return Finding(code=UNHYDRATABLE, field=path, message=message, node=node.id)
