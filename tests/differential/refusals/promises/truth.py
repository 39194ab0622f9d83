# flytekit: ValueError
from flytekit import task, workflow


@task
def t(n: int) -> bool:
    return n > 0


@workflow
def wf(n: int) -> bool:
    if t(n=n):  # expect: ?
        return t(n=1)
    return t(n=2)
