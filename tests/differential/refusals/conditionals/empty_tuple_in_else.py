# flytekit: accepts
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int):
    conditional("c").if_(n > 1).then(t(n=1)).else_().then(())  # expect: FTC214 else_ of conditional 'c' has a tuple as its result, expected the result of a call
