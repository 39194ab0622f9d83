"""Map tasks over tasks that other resolvers find, and over tasks of functions that are decorated."""

import functools
from typing import Any, Callable, List

from flytekit import map_task, task, workflow
from flytekit.core.class_based_resolver import ClassStorageTaskResolver


def logged(function: Callable) -> Callable:
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


resolver = ClassStorageTaskResolver()


@task(task_resolver=resolver)
def stored(n: int) -> int:
    return n


resolver.add(stored)


@task
@logged
def wrapped(n: int) -> int:
    return n


@task(pickle_untyped=True)
def untyped(value, n: int):
    return value


@workflow
def wf(ns: List[int], values: List[Any]) -> List[int]:
    map_task(untyped)(value=values, n=ns)
    return map_task(wrapped)(n=map_task(stored)(n=ns))
