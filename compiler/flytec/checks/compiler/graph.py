"""The graph of a workflow's nodes, and what is wrong with it; all of it takes linear time, and no recursion."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from flytec.checks.compiler.names import START

PATH_LIMIT = 10**7
"""About as many steps as the server makes in a few seconds."""


@dataclass(slots=True)
class Graph:
    """Which node is run after which; an edge counts for as many paths as it has weight.

    A node can be known to wait for something without being linked to it: then nothing leads to it.
    """

    downstream: dict[str, dict[str, int]] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)

    def link(self, upstream: str, node: str) -> None:
        """Adds an edge, if it is not there yet."""
        self.downstream.setdefault(upstream, {})[node] = 1
        self.waiting.add(node)

    def link_again(self, upstream: str, node: str) -> None:
        """Adds an edge, or one more path to the edge that is there."""
        edges = self.downstream.setdefault(upstream, {})
        edges[node] = edges.get(node, 0) + 1


@dataclass(frozen=True, slots=True)
class Survey:
    """What is reached from the start: `order` has each node before those that it leads to, if there is no `cycle`."""

    order: tuple[str, ...]
    cycle: tuple[str, ...]


def survey(graph: Graph, start: str = START) -> Survey:
    """Walks all that `start` leads to, as the server's `detectCycle` does, but once."""
    finished: dict[str, None] = {}
    path: dict[str, None] = {start: None}
    cycle: tuple[str, ...] = ()
    pending: list[Iterator[str]] = [iter(graph.downstream.get(start, ()))]
    while pending:
        node = next(pending[-1], None)
        if node is None:
            pending.pop()
            finished[path.popitem()[0]] = None
        elif node in path:
            cycle = cycle or _circle(path, node)
        elif node not in finished:
            path[node] = None
            pending.append(iter(graph.downstream.get(node, ())))
    return Survey(tuple(reversed(finished)), cycle)


def has_many_paths(graph: Graph, order: tuple[str, ...]) -> bool:
    """Whether the server, which walks every path from the start to every node, takes more than `PATH_LIMIT` steps."""
    ways = dict.fromkeys(order, 0)
    total = ways[order[0]] = 1
    for node in order:
        held = ways[node]
        for following, weight in graph.downstream.get(node, {}).items():
            ways[following] += held * weight
            total += held * weight
        if total > PATH_LIMIT:
            return True
    return False


def _circle(path: dict[str, None], node: str) -> tuple[str, ...]:
    """The part of the path that starts with the node, and the node again."""
    nodes = list(path)
    return (*nodes[nodes.index(node) :], node)
