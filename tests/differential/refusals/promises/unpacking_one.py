# flytekit: ValueError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    a, b = t(n=n)  # expect: ?
    return a
