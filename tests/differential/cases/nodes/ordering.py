"""Order without data."""

from flytekit import task, workflow
from flytekit.core.node_creation import create_node


@task
def first() -> None: ...


@task
def second(n: int) -> int:
    return n


@task
def third() -> None: ...


@workflow
def shifts(n: int) -> int:
    a = create_node(first)
    b = create_node(second, n=n)
    c = create_node(third)
    a >> b
    b >> c
    return b.o0


@workflow
def runs_before():
    a = create_node(first)
    b = create_node(third)
    b.runs_before(a)


@workflow
def in_one_chain():
    a, b, c = create_node(first), create_node(third), create_node(first)
    a >> b >> c


@workflow
def promises(n: int) -> int:
    a = first()
    b = second(n=n)
    c = third()
    c >> b
    a >> c
    return b


@workflow
def several_before_one(n: int) -> int:
    befores = [create_node(first) for _ in range(4)]
    last = create_node(second, n=n)
    for node in befores:
        node >> last
    return last.o0


@workflow
def order_and_data(n: int) -> int:
    a = second(n=n)
    b = second(n=a)
    a >> b
    return b
