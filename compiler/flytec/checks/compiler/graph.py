"""The graph of a workflow's nodes, and what is wrong with it; all of it takes linear time, and no recursion."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

PATH_LIMIT = 10**7
"""About as many steps as the server makes in a few seconds."""
_NOTHING: Mapping[str, int] = MappingProxyType({})


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


class Survey(NamedTuple):
    """What the start leads to, a circle if there is one, and whether there are more paths than `PATH_LIMIT`."""

    reached: Collection[str]
    cycle: tuple[str, ...] = ()
    has_many_paths: bool = False


def survey(graph: Graph, start: str, order: Collection[str] = ()) -> Survey:
    """Walks all that `start` leads to.

    The server's `detectCycle` walks every path to every node; here every edge is followed once or twice. Once, if
    `order` has all nodes that edges lead to, beginning with the start, in an order that they can be run in.
    """
    return (_count(graph, order) if order else None) or _search(graph, start)


def _count(graph: Graph, order: Collection[str]) -> Survey | None:
    """Counts the paths to each node from the first; None where an edge leads back."""
    ways = dict.fromkeys(order, 0)
    finished: set[str] = set()
    for first in order:
        ways[first] = total = 1
        break
    else:
        return None
    for node in order:
        finished.add(node)
        held = ways[node]
        if not held:
            continue
        if total > PATH_LIMIT:
            held = 1  # they are too many, whatever their number
        for following, weight in graph.downstream.get(node, _NOTHING).items():
            if following in finished:
                return None
            ways[following] += held * weight
            total += held * weight
    return Survey([node for node, held in ways.items() if held], has_many_paths=total > PATH_LIMIT)


def _search(graph: Graph, start: str) -> Survey:
    """Finds an order to count in, or a circle."""
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
    return (None if cycle else _count(graph, list(reversed(finished)))) or Survey(frozenset(finished), cycle)


def _circle(path: dict[str, None], node: str) -> tuple[str, ...]:
    """The part of the path that starts with the node, and the node again."""
    nodes = list(path)
    return (*nodes[nodes.index(node) :], node)
