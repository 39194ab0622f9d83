"""Tasks under decorators of the user's own."""

import functools
import typing

from flytekit import task, workflow


def logged(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        print("before")
        return fn(*args, **kwargs)

    return wrapper


def timed(label: str = "", level: int = 1):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            return fn(*args, **kwargs)

        return wrapper

    return decorate


def with_optional_arguments(fn=None, *, times: int = 1):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)

    return functools.partial(with_optional_arguments, times=times) if fn is None else wrapper


@task
@logged
def one(n: int) -> int:
    """Has a docstring.

    Args:
        n: the number
    """
    return n


@task
@timed("x", level=2)
@logged
def two(n: int, s: str = "default") -> typing.Tuple[int, str]:
    return n, s


@task(retries=2)
@with_optional_arguments
def three(n: int) -> int:
    return n


@workflow
@logged
def decorated_workflow(n: int = 2) -> int:
    """A workflow under a decorator."""
    return one(n=n)


@workflow
def plain(n: int) -> int:
    a, _ = two(n=one(n=n))
    return three(n=a)
