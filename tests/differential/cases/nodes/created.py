"""create_node and what it gives: outputs as attributes and by name."""

import typing

from flytekit import task, workflow
from flytekit.core.node_creation import create_node

Pair = typing.NamedTuple("Pair", left=int, right=str)


@task
def pair(n: int) -> Pair:
    return Pair(n, "")


@task
def loose(n: int) -> typing.Tuple[int, str]:
    return n, ""


@task
def use(n: int, s: str) -> int:
    return n


@workflow
def inner(n: int) -> Pair:
    return pair(n=n)


@workflow
def by_attribute(n: int) -> int:
    p = create_node(pair, n=n)
    q = create_node(loose, n=p.left)
    r = create_node(use, n=q.o0, s=p.right)
    return r.o0


@workflow
def by_name(n: int) -> int:
    p = create_node(pair, n=n)
    return use(n=p.outputs["left"], s=p.outputs["right"])


@workflow
def of_a_workflow(n: int) -> typing.Tuple[int, str]:
    node = create_node(inner, n=n)
    return node.left, node.right


@workflow
def mixed_with_calls(n: int) -> int:
    p = create_node(pair, n=n)
    direct = pair(n=3)
    return use(n=direct.left, s=p.right)
