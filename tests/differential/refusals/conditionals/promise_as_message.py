# flytekit: ValueError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int, message: str) -> int:
    return conditional("c").if_(n > 1).then(t(n=1)).else_().fail(message)  # expect: FTC214 else_ of conditional 'c' fails with promise 'message', expected a string
