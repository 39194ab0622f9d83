"""Decorators that add tasks before and after a workflow's own."""

import functools

from flytekit import task, workflow
from flytekit.core.node_creation import create_node


@task
def set_up() -> None: ...


@task
def tear_down() -> None: ...


@task
def work(n: int) -> int:
    return n


def with_resource(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        before = create_node(set_up)
        result = fn(*args, **kwargs)
        after = create_node(tear_down)
        before >> after
        return result

    return wrapper


@workflow
@with_resource
def wf(n: int) -> int:
    return work(n=n)
