"""What the rules know about a template while they go through it."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import field
from typing import NamedTuple

from flytec.checks.compiler.interface import Interface, Type
from flytec.checks.compiler.names import input_label, node_label, output_label
from flytec.checks.compiler.report import Report
from flytec.checks.compiler.universe import Universe
from flytec.checks.known import Key
from flytec.ir import pb
from flytec.records import dataclass


@dataclass(slots=True)
class NodeState:
    """A node on its way through the rules.

    `id` is the one that it has when it is compiled; `where` is its path in the message. `interface` and `outputs`, by
    the names that other nodes use, are None where they could not be made out. The start and the end of the workflow
    have no `node`.
    """

    id: str
    node: pb.Node | None
    where: str
    interface: Interface | None = None
    outputs: Mapping[str, Type] | None = None
    arms: Sequence["NodeState"] = ()
    parts: Set[str] = frozenset()
    """The inputs of a conditional or gate that are parts of an output: the rules take them for the whole."""

    def label(self) -> str:
        """The node as messages name it."""
        return self.id if self.node is None else node_label(self.id, self.node)

    def input_label(self, name: str) -> str:
        """An input as messages name it."""
        return input_label(self.id, self.node, name)

    def output_label(self, name: str) -> str:
        """An output as messages name it."""
        return output_label(self.id, self.node, name)


class SubReference(NamedTuple):
    """A node that runs a sub-workflow; those in maps need it registered, but do not have it compiled."""

    key: Key
    node: str
    compiled: bool


@dataclass(slots=True)
class Scope:
    """A template: its nodes so far in order, the nodes in branches, and the sub-workflows that are run.

    `waiting` are nodes that wait for something, whether or not it turns out to lead to them.
    """

    template: pb.WorkflowTemplate
    path: str
    universe: Universe
    report: Report
    nodes: dict[str, NodeState] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    inner: list[NodeState] = field(default_factory=list)
    sub_references: list[SubReference] = field(default_factory=list)
    _all_ids: frozenset[str] | None = None

    def all_ids(self) -> frozenset[str]:
        """The ids of all nodes, of those too that have not had their turn yet."""
        if self._all_ids is None:
            self._all_ids = frozenset(node.id for node in self.template.nodes)
        return self._all_ids
