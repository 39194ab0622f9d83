# flytekit: ValueError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    a, b = t(n=n)  # expect: FTC208 promise 'o0' is iterated over, but how many items it has is known only when the workflow runs
    return a
