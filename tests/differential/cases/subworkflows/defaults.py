"""Sub-workflows whose inputs come from defaults, constants and collections."""

import typing

from flytekit import task, workflow


@task
def add(values: typing.List[int]) -> int:
    return sum(values)


@task
def show(text: str) -> None: ...


@workflow
def child(
    values: typing.List[int] = [1, 2], name: str = "child", extra: typing.Optional[int] = None
) -> int:
    show(text=name)
    return add(values=values)


@workflow
def silent_child(name: str = "x"):
    show(text=name)


@workflow
def parent(n: int = 4) -> int:
    child()
    child(values=[3, n], name="given")
    silent_child()
    return child(values=[child(extra=3)])


@workflow
def overridden(n: int = 4) -> int:
    silent_child(name="a").with_overrides(node_name="quiet")
    return child(values=[n]).with_overrides(node_name="Loud-Child", name="shown", retries=1, timeout=3)
