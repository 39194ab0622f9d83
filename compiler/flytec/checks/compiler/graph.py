"""The graph of a workflow's nodes, and what is wrong with it; all of it takes linear time, and no recursion.

A graph is given by what each node waits for, without the start, which waits for nothing. Nodes that are waited for and
not in it lead nowhere.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, TypeAlias

PATH_LIMIT = 10**7
"""About as many steps as the server makes in a few seconds."""

Graph: TypeAlias = Mapping[str, Collection[str]]


class Survey(NamedTuple):
    """The nodes that the start does not lead to, a circle if there is one, and whether `PATH_LIMIT` is passed."""

    unreached: Collection[str] = ()
    cycle: tuple[str, ...] = ()
    has_many_paths: bool = False


def survey(graph: Graph, start: str) -> Survey:
    """Follows the graph from its start.

    The server's `detectCycle` walks every path to every node; here every edge is followed once, or a few times where
    nodes are not listed in an order that they can be run in. Of several circles one is found.
    """
    return _count(graph, start) or _search(graph, start)


def _count(graph: Graph, start: str) -> Survey | None:
    """Counts the paths to each node; None where one waits for another that is listed behind it."""
    ways = {start: 1}
    total = 1
    for node, upstream in graph.items():
        held = 0
        for other in upstream:
            if other in ways:
                held += ways[other]
            elif other in graph:
                return None
        total += held
        ways[node] = held if total <= PATH_LIMIT else min(held, 1)  # past the limit, numbers do not matter
    unreached = [node for node, held in ways.items() if not held] if 0 in ways.values() else ()
    return Survey(unreached, has_many_paths=total > PATH_LIMIT)


def _search(graph: Graph, start: str) -> Survey:
    """Finds an order to count in, or a circle."""
    downstream = _turned(graph)
    finished: dict[str, None] = {}
    path: dict[str, None] = {start: None}
    cycle: tuple[str, ...] = ()
    pending: list[Iterator[str]] = [iter(downstream.get(start, ()))]
    while pending and not cycle:
        node = next(pending[-1], None)
        if node is None:
            pending.pop()
            finished[path.popitem()[0]] = None
        elif node in path:
            cycle = _circle(path, node)
        elif node not in finished:
            path[node] = None
            pending.append(iter(downstream.get(node, ())))
    if cycle:
        return Survey(cycle=cycle)
    ordered = {node: graph[node] for node in reversed(finished) if node != start}
    counted = _count(ordered, start)
    unreached = [node for node in graph if node not in finished]
    return Survey(unreached, has_many_paths=counted is not None and counted.has_many_paths)


def _turned(graph: Graph) -> dict[str, dict[str, None]]:
    """What waits for each node, in the order of the graph."""
    downstream: dict[str, dict[str, None]] = {}
    for node, upstream in graph.items():
        for other in upstream:
            downstream.setdefault(other, {})[node] = None
    return downstream


def _circle(path: dict[str, None], node: str) -> tuple[str, ...]:
    """The part of the path that starts with the node, and the node again."""
    nodes = list(path)
    return (*nodes[nodes.index(node) :], node)
