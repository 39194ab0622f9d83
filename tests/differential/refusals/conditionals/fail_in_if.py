# flytekit: UnboundLocalError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n > 1).fail("too much").else_().then(t(n=n))  # expect: FTC214 if_ of conditional 'c' fails, but only else_ can
