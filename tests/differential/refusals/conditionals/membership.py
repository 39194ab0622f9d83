# flytekit: ValueError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n in (1, 2)).then(t(n=1)).else_().then(t(n=2))  # expect: FTC208 the truth value of a promise is asked for, but its value is known only when the workflow runs
