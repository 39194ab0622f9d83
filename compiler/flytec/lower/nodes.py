"""Nodes of a workflow to `flyteidl.core.Node`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from flytec.authoring.array_node import ArrayNode
from flytec.authoring.branch import BranchNode
from flytec.authoring.entity import Callee
from flytec.authoring.gates import Gate
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.map_task import ArrayNodeMapTask
from flytec.authoring.models_task import K8sPod
from flytec.authoring.node import START_NODE_ID, Node, NodeMetadata, NodeOverrides
from flytec.authoring.references import ReferenceEntity
from flytec.authoring.task import Task
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import BODY_FAILED, UNSUPPORTED_SYMBOL
from flytec.diagnostics import Diagnostic, UserError, user_error
from flytec.ir import pb
from flytec.lower.bindings import fill_bindings, fill_operands
from flytec.lower.containers import fill_pod
from flytec.lower.gates import fill_gate
from flytec.lower.launch_plans import lower_launch_plan
from flytec.lower.lowering import Lowering
from flytec.lower.pods import override_pod
from flytec.lower.references import fill_reference_target
from flytec.lower.resources import fill_override_resources, lower_extended_resources
from flytec.lower.tasks import lower_task

RepeatedNodes: TypeAlias = Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def fill_nodes(target: RepeatedNodes, nodes: Iterable[Node], lowering: Lowering) -> None:
    """Adds the nodes of one workflow to `target`, in the order of their calls.

    Raises:
        UserError: the findings of all nodes.
    """
    findings: list[Diagnostic] = []
    for node in nodes:
        try:
            fill_node_once(target.add(), node, lowering)
        except UserError as error:
            findings.extend(error.findings)
    if findings:
        raise UserError(*findings)


def fill_node_once(lowered: pb.Node, node: Node, lowering: Lowering) -> None:
    """Fills `lowered` with `node`, which is lowered the first time that something needs it.

    What a node waits for is lowered before the node itself, so that its entity is registered first even where
    `a >> b` orders two calls against their order in the source, or where no workflow has the node: a call inside a
    conditional that no branch ends with.

    Raises:
        UserError: the findings of the node and of those that it waits for, as far as they were not raised before.
    """
    known = lowering.nodes
    findings: list[Diagnostic] = []
    for step in _upstream_first(node, lowering):
        message = lowered if step is node else pb.Node()
        try:
            fill_node(message, step, lowering)
        except UserError as error:
            findings.extend(error.findings)
        finally:
            known[id(step)] = message
    if known[id(node)] is not lowered:
        lowered.CopyFrom(known[id(node)])
    if findings:
        raise UserError(*findings)


def fill_node(lowered: pb.Node, node: Node, lowering: Lowering) -> None:
    """One node: what it runs, on what, after what.

    Raises:
        UserError: FTC204 and FTC206 for inputs that do not bind, and whatever the node's entity raises.
    """
    entity = node.flyte_entity
    assert entity is not None, "the start node is not lowered"
    # The entity comes first: a binding may fail only because its type does, which the entity's own finding says.
    if not _fill_like_another(lowered, node, entity, lowering):
        lowering.nodes_under_way.add(id(node))
        try:
            fill_node_metadata(lowered.metadata, node.metadata)
            _fill_target(lowered, node, entity, lowering)
        finally:
            lowering.nodes_under_way.discard(id(node))
        if node._overrides is None and lowered.HasField("task_node"):
            lowering.plain_nodes[id(entity)] = node.metadata.values(), _copy(lowered)
    lowered.id = node._id
    fill_inputs(lowered, node, lowering)
    if node.upstream_nodes:
        lowered.upstream_node_ids.extend(_upstream_ids(node))


def _fill_like_another(lowered: pb.Node, node: Node, entity: Callee, lowering: Lowering) -> bool:
    """Fills `lowered` with metadata and target of a node that was lowered before, where the two have the same."""
    metadata, message = lowering.plain_nodes.get(id(entity), (None, None))
    if message is None or node._overrides is not None or node.metadata.values() != metadata:
        return False
    lowered.CopyFrom(message)
    return True


def _copy(message: pb.Node) -> pb.Node:
    copied = pb.Node()
    copied.CopyFrom(message)
    return copied


def fill_inputs(lowered: pb.Node, node: Node, lowering: Lowering) -> None:
    """What the node's inputs are bound to.

    Raises:
        UserError: FTC204 and FTC206 for inputs that do not bind.
    """
    entity = node.flyte_entity
    assert entity is not None, "the start node is not lowered"
    if isinstance(entity, BranchNode):
        fill_operands(lowered.inputs, node._inputs, lowering.types, f"conditional {entity.name!r}", node._location)
    else:
        kinds = node._interface.inputs
        fill_bindings(lowered.inputs, _bound_inputs(node), kinds, lowering.types, entity.name, node._location)


def fill_node_metadata(target: pb.NodeMetadata, metadata: NodeMetadata) -> None:
    """`flyteidl.core.NodeMetadata`; what is `None` is left to the task."""
    target.name = metadata.name
    target.retries.retries = metadata.retries
    target.retries.SetInParent()
    if metadata.timeout:
        target.timeout.FromTimedelta(metadata.timeout)
    if metadata.interruptible is not None:
        target.interruptible = metadata.interruptible
    if metadata.cacheable is not None:
        target.cacheable = metadata.cacheable
    if metadata.cache_version is not None:
        target.cache_version = metadata.cache_version
    if metadata.cache_serializable is not None:
        target.cache_serializable = metadata.cache_serializable


def fill_overrides(target: pb.TaskNodeOverrides, overrides: NodeOverrides | None, pod: K8sPod | None) -> None:
    """What the node changes of its task's resources, image and pod; present even where it changes nothing."""
    target.SetInParent()
    if overrides is None:
        return
    if overrides.has_resources:
        fill_override_resources(target.resources, overrides.requests, overrides.limits)
    extended = lower_extended_resources(overrides.accelerator, overrides.shared_memory)
    if extended is not None:
        target.extended_resources.CopyFrom(extended)
    if overrides.container_image is not None:
        target.container_image = overrides.container_image
    if pod is not None:
        fill_pod(target.pod_template, pod)


def _fill_target(lowered: pb.Node, node: Node, entity: Callee, lowering: Lowering) -> None:
    """Sets `Node.target`, by the kind of entity."""
    match entity:
        case ReferenceEntity():
            fill_reference_target(lowered, node, entity)
        case ArrayNodeMapTask():
            from flytec.lower.arrays import fill_map_task

            fill_map_task(lowered.array_node, node, entity, lowering)
        case Task():
            pod = override_pod(node, entity, lowering.settings)
            lowered.task_node.reference_id.CopyFrom(lower_task(entity, lowering).template.id)
            fill_overrides(lowered.task_node.overrides, node._overrides, pod)
            for variable, alias in node._overrides.aliases.items() if node._overrides is not None else ():
                lowered.output_aliases.add(var=variable, alias=alias)
        case WorkflowBase():
            from flytec.lower.workflows import lower_workflow

            lowered.workflow_node.sub_workflow_ref.CopyFrom(lower_workflow(entity, lowering).template.id)
        case LaunchPlan():
            lowered.workflow_node.launchplan_ref.CopyFrom(lower_launch_plan(entity, lowering).id)
        case BranchNode():
            from flytec.lower.branches import fill_branch

            fill_branch(lowered.branch_node, entity, lowering)
        case Gate():
            fill_gate(lowered.gate_node, entity, node._location, lowering.types)
        case ArrayNode():
            from flytec.lower.arrays import fill_array

            fill_array(lowered.array_node, node, entity, lowering)
        case _:
            raise user_error(UNSUPPORTED_SYMBOL, f"node {node.id} runs {type(entity).__name__}", at=node._location)


def _bound_inputs(node: Node) -> dict[str, Any]:
    """What the node binds: a launch plan's fixed inputs are no inputs of it."""
    if isinstance(node.flyte_entity, LaunchPlan):
        fixed = node.flyte_entity.fixed_inputs
        return {name: value for name, value in node._inputs.items() if name not in fixed}
    return node._inputs


def _upstream_ids(node: Node) -> list[str]:
    return [upstream._id for upstream in node.upstream_nodes if upstream._id != START_NODE_ID]


def _upstream_first(node: Node, lowering: Lowering) -> Sequence[Node]:
    """`node` and what it waits for, as far as it is not lowered, each behind what it waits for itself."""
    known = lowering.nodes
    if id(node) in known:
        return ()
    for upstream in node.upstream_nodes:
        if id(upstream) not in known and upstream._id != START_NODE_ID:
            return _in_order(node, lowering)
    return (node,)


def _in_order(node: Node, lowering: Lowering) -> list[Node]:
    known = lowering.nodes
    order: list[Node] = []
    path: list[tuple[Node, Iterator[Node]]] = [(node, iter(node.upstream_nodes))]
    on_path = {id(node)}
    while path:
        current, upstream = path[-1]
        following = next(upstream, None)
        if following is None:
            path.pop()
            on_path.discard(id(current))
            order.append(current)
        elif id(following) in on_path or id(following) in lowering.nodes_under_way:
            # Known, though empty: what waits for them has no findings of its own.
            known.update((id(step), pb.Node()) for step, _ in path)
            raise user_error(
                BODY_FAILED, f"node {current.id} waits for itself, through {following.id}", at=current._location
            )
        elif id(following) not in known and following.id != START_NODE_ID and following not in order:
            path.append((following, iter(following.upstream_nodes)))
            on_path.add(id(following))
    return order
