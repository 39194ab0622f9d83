"""Array nodes: `flyteidl.core.ArrayNode` of map tasks and of arrays of launch plans.

map_task(t)(x=xs)   ->   array_node { node { id: "m.map_t_<hash>-arraynode"
                                             inputs { var: "x" binding { promise { var: "xs" } } }
                                             task_node { ... } }
                                      min_success_ratio: 1.0 }
"""

from __future__ import annotations

from dataclasses import replace

from flytec.authoring.array_node import ArrayNode
from flytec.authoring.map_task import ArrayNodeMapTask
from flytec.authoring.node import Node
from flytec.ir import pb
from flytec.lower.bindings import fill_bindings
from flytec.lower.lowering import Lowering
from flytec.lower.nodes import fill_node, fill_node_metadata, fill_overrides
from flytec.lower.pods import override_pod
from flytec.lower.tasks import lower_task


def fill_map_task(target: pb.ArrayNode, node: Node, task: ArrayNodeMapTask, lowering: Lowering) -> None:
    """A map task's node: the node below it binds the same lists and has the overrides.

    Raises:
        UserError: whatever the task and its inputs raise.
    """
    below = target.node
    below.id = task.name
    fill_node_metadata(below.metadata, task.sub_node_metadata)
    lowering.shared_metadata.append((task.sub_node_metadata, replace(task.sub_node_metadata)))
    below.task_node.reference_id.CopyFrom(lower_task(task, lowering).template.id)
    fill_overrides(below.task_node.overrides, node._overrides, override_pod(node, task, lowering.settings))
    fill_bindings(below.inputs, node._inputs, node._interface.inputs, lowering.types, task.name, node._location)
    target.execution_mode = int(task.execution_mode)  # type: ignore[assignment]
    target.is_original_sub_node_interface.value = False
    target.is_original_sub_node_interface.SetInParent()
    target.bound_inputs.extend(sorted(task.bound_inputs))
    _fill_limits(target, task)


def fill_array(target: pb.ArrayNode, node: Node, array: ArrayNode, lowering: Lowering) -> None:
    """The node of an array of launch plans: the node below it has the metadata of the array node.

    Raises:
        UserError: whatever the launch plan and its inputs raise.
    """
    assert array.sub_node is not None, "the call that made the node made the one below it"
    array.sub_node.metadata = node.metadata
    # Nodes of bodies that run from now on start with this very metadata, as in flytekit.
    array.metadata = node.metadata
    lowering.shared_metadata.append((node.metadata, replace(node.metadata)))
    fill_node(target.node, array.sub_node, lowering)
    target.execution_mode = int(array.execution_mode)  # type: ignore[assignment]
    target.data_mode = int(array.data_mode)  # type: ignore[assignment]
    target.is_original_sub_node_interface.value = True
    _fill_limits(target, array)


def _fill_limits(target: pb.ArrayNode, array: ArrayNodeMapTask | ArrayNode) -> None:
    """How many items run at once, and how many may fail: a ratio comes over a number, as in flytekit."""
    if array.concurrency is not None:
        target.parallelism = array.concurrency
    if array.min_successes is not None:
        target.min_successes = array.min_successes
    if array.min_success_ratio is not None:
        target.min_success_ratio = array.min_success_ratio
    target.run_all_sub_nodes = array.run_all_sub_nodes
