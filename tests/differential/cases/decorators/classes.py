"""Decorators that are classes, and tasks declared inside other statements."""

import functools

from flytekit import task, workflow


class Counted:
    def __init__(self, label):
        self.label = label

    def __call__(self, fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            return fn(*args, **kwargs)

        return wrapper


@task
@Counted("a")
def counted(n: int) -> int:
    return n


if True:

    @task
    def in_an_if(n: int) -> int:
        return n


try:

    @task
    def in_a_try(n: int) -> int:
        return n

except ImportError:
    pass


@workflow
def wf(n: int) -> int:
    return in_a_try(n=in_an_if(n=counted(n=n)))
