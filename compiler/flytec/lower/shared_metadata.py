"""Node metadata that several nodes share, some of them lowered before it had its last value.

All nodes that run one map task share the metadata of the node below them, and flytekit makes messages of it last of
all: an override in one workflow's body shows in the workflows that were lowered before.

    mapped = map_task(t)
    def first(ns): return mapped(n=ns)
    def second(ns): return mapped(n=ns).with_overrides(retries=3)   # `first` retries as well
"""

from __future__ import annotations

from collections.abc import Iterable

from flytec.authoring.array_node import ArrayNode
from flytec.authoring.branch import BranchNode
from flytec.authoring.map_task import ArrayNodeMapTask
from flytec.authoring.node import Node, NodeMetadata
from flytec.ir import pb
from flytec.lower.lowering import Lowering
from flytec.lower.nodes import fill_node_metadata


def refresh_shared_metadata(lowering: Lowering) -> None:
    """Brings the messages of all workflows up to date with metadata that changed after it was lowered."""
    if all(metadata == as_lowered for metadata, as_lowered in lowering.shared_metadata):
        return
    for workflow, spec in lowering.workflows:
        _refresh(workflow.nodes, spec.template.nodes)
        if workflow.failure_node is not None:
            _refresh([workflow.failure_node], [spec.template.failure_node])
    templates = {spec.template.id.name: spec.template for _, spec in lowering.workflows}
    for _, spec in lowering.workflows:
        for copied in spec.sub_workflows:
            copied.CopyFrom(templates[copied.id.name])
    lowering.renew()


def _refresh(nodes: Iterable[Node], messages: Iterable[pb.Node]) -> None:
    for node, message in zip(nodes, messages, strict=True):
        match node.flyte_entity:
            case ArrayNodeMapTask() as task:
                _replace(message.array_node.node.metadata, task.sub_node_metadata)
            case ArrayNode():
                _replace(message.metadata, node.metadata)
                _replace(message.array_node.node.metadata, node.metadata)
            case BranchNode() as branch:
                block = message.branch_node.if_else
                arms = [block.case.then_node, *(arm.then_node for arm in block.other)]
                _refresh(branch.branches, [*arms, block.else_node][: len(branch.branches)])
            case _:
                pass


def _replace(message: pb.NodeMetadata, metadata: NodeMetadata) -> None:
    message.Clear()
    fill_node_metadata(message, metadata)
