"""More than ten and more than a hundred nodes: ids and file names."""

from flytekit import task, workflow


@task
def inc(n: int) -> int:
    return n + 1


@workflow
def eleven(n: int) -> int:
    for _ in range(11):
        n = inc(n=n)
    return n


@workflow
def a_hundred_and_two(n: int) -> int:
    for _ in range(102):
        n = inc(n=n)
    return n


@task
def t0() -> None: ...


@task
def t1() -> None: ...


@task
def t2() -> None: ...


@task
def t3() -> None: ...


@task
def t4() -> None: ...


@task
def t5() -> None: ...
