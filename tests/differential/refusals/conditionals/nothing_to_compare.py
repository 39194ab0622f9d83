# flytekit: AssertionError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(None).then(t(n=n)).else_().then(t(n=2))  # expect: FTC214 if_ of conditional 'c' is given None, expected a comparison of promises
