# flytekit: TypeError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=t(n=n) + 1)  # expect: ?
