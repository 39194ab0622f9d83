"""Nodes of a workflow to `flyteidl.core.Node`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flytec.authoring.entity import Callee
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.node import START_NODE_ID, Node, NodeMetadata, NodeOverrides
from flytec.authoring.task import Task
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import BODY_FAILED, UNSUPPORTED_SYMBOL
from flytec.diagnostics import UserError, user_error
from flytec.ir import pb
from flytec.lower.bindings import lower_bindings
from flytec.lower.launch_plans import lower_launch_plan
from flytec.lower.lowering import Lowering
from flytec.lower.metadata import lower_duration
from flytec.lower.resources import lower_extended_resources, lower_override_resources
from flytec.lower.tasks import lower_task

if TYPE_CHECKING:
    from collections.abc import Iterable


def lower_nodes(nodes: Iterable[Node], lowering: Lowering) -> list[pb.Node]:
    """The nodes of one workflow, in the order of their calls.

    What a node waits for is lowered before the node itself, so that its entity is registered first even where
    `a >> b` orders two calls against their order in the source.

    Raises:
        UserError: the findings of all nodes.
    """
    lowered: dict[int, pb.Node] = {}
    findings = []
    nodes = list(nodes)
    for node in nodes:
        for step in _upstream_first(node, lowered):
            try:
                lowered[id(step)] = lower_node(step, lowering)
            except UserError as error:
                lowered[id(step)] = pb.Node()
                findings.extend(error.findings)
    if findings:
        raise UserError(*findings)
    return [lowered[id(node)] for node in nodes]


def lower_node(node: Node, lowering: Lowering) -> pb.Node:
    """One node: what it runs, on what, after what.

    Raises:
        UserError: FTC204 and FTC206 for inputs that do not bind, and whatever the node's entity raises.
    """
    entity = node.flyte_entity
    assert entity is not None, "the start node is not lowered"
    # The entity comes first: a binding may fail only because its type does, which the entity's own finding says.
    lowered = pb.Node(id=node.id, metadata=lower_node_metadata(node.metadata))
    _fill_target(lowered, node, entity, lowering)
    lowered.inputs.extend(
        lower_bindings(_bound_inputs(node), node.interface.inputs, lowering.types, entity.name, node.location)
    )
    lowered.upstream_node_ids.extend(_upstream_ids(node))
    lowered.output_aliases.extend(pb.Alias(var=var, alias=alias) for var, alias in node.overrides.aliases.items())
    return lowered


def lower_node_metadata(metadata: NodeMetadata) -> pb.NodeMetadata:
    """`flyteidl.core.NodeMetadata`; what is `None` is left to the task."""
    return pb.NodeMetadata(
        name=metadata.name,
        timeout=lower_duration(metadata.timeout),
        retries=pb.RetryStrategy(retries=metadata.retries),
        interruptible=metadata.interruptible,
        cacheable=metadata.cacheable,
        cache_version=metadata.cache_version,
        cache_serializable=metadata.cache_serializable,
    )


def lower_overrides(overrides: NodeOverrides) -> pb.TaskNodeOverrides:
    """What the node changes of its task's resources, image and pod."""
    return pb.TaskNodeOverrides(
        resources=(lower_override_resources(overrides.requests, overrides.limits) if overrides.has_resources else None),
        extended_resources=lower_extended_resources(overrides.accelerator, overrides.shared_memory),
        container_image=overrides.container_image,
    )


def _fill_target(lowered: pb.Node, node: Node, entity: Callee, lowering: Lowering) -> None:
    """Sets `Node.target`, by the kind of entity."""
    match entity:
        case Task():
            lowered.task_node.reference_id.CopyFrom(lower_task(entity, lowering).template.id)
            lowered.task_node.overrides.CopyFrom(lower_overrides(node.overrides))
        case WorkflowBase():
            from flytec.lower.workflows import lower_workflow

            lowered.workflow_node.sub_workflow_ref.CopyFrom(lower_workflow(entity, lowering).template.id)
        case LaunchPlan():
            lowered.workflow_node.launchplan_ref.CopyFrom(lower_launch_plan(entity, lowering).id)
        case _:
            raise user_error(UNSUPPORTED_SYMBOL, f"node {node.id} runs {type(entity).__name__}", at=node.location)


def _bound_inputs(node: Node) -> dict[str, Any]:
    """What the node binds: a launch plan's fixed inputs are no inputs of it."""
    if isinstance(node.flyte_entity, LaunchPlan):
        fixed = node.flyte_entity.fixed_inputs
        return {name: value for name, value in node.inputs.items() if name not in fixed}
    return node.inputs


def _upstream_ids(node: Node) -> list[str]:
    return [upstream.id for upstream in node.upstream_nodes if upstream.id != START_NODE_ID]


def _upstream_first(node: Node, done: dict[int, pb.Node]) -> list[Node]:
    """`node` and what it waits for, as far as not `done`, each behind what it waits for itself."""
    order: list[Node] = []
    seen: set[int] = set()
    path: list[tuple[Node, int]] = [(node, 0)]
    on_path = {id(node)}
    while path:
        current, position = path.pop()
        upstream = current.upstream_nodes
        if position < len(upstream):
            path.append((current, position + 1))
            following = upstream[position]
            if id(following) in on_path:
                raise user_error(
                    BODY_FAILED, f"node {current.id} waits for itself, through {following.id}", at=current.location
                )
            if id(following) not in done and id(following) not in seen and following.id != START_NODE_ID:
                path.append((following, 0))
                on_path.add(id(following))
            continue
        on_path.discard(id(current))
        if id(current) not in done and id(current) not in seen:
            seen.add(id(current))
            order.append(current)
    return order
