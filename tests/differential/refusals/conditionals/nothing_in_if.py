# flytekit: UnboundLocalError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int):
    conditional("c").if_(n > 1).then(None).else_().then(t(n=n))  # expect: FTC214 if_ of conditional 'c' has no result, expected that of a call
