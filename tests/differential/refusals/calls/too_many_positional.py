# flytekit: AssertionError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(1, 2)  # expect: ?
