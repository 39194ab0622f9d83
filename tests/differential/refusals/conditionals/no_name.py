# flytekit: accepts
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional(None).if_(n > 1).then(t(n=1)).else_().then(t(n=2))  # expect: FTC214 a conditional is named None, expected a string
