# flytekit: ValueError
from flytekit import task, workflow


@task
def t(n: int) -> bool:
    return n > 0


@workflow
def wf(n: int) -> bool:
    if t(n=n):  # expect: FTC208 the truth value of a promise is asked for, but its value is known only when the workflow runs
        return t(n=1)
    return t(n=2)
