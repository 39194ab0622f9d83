"""Plain functions beside tasks, tasks made by calling the decorator, one function used by several names."""

import flytekit
import flytekit as fl
from flytekit import task


def helper(n: int) -> int:
    return n + 1


@flytekit.task
def by_module(n: int) -> int:
    return helper(n)


@fl.task(retries=1)
def by_alias(n: int) -> int:
    return helper(n)


@task()
def empty_parentheses(n: int) -> int:
    return n


def raw(n: int) -> int:
    return n


cooked = task(raw)
