# flytekit: ValueError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n > 1).then((t(n=1), t(n=2))).else_().then(t(n=n))  # expect: FTC214 if_ of conditional 'c' has a plain tuple as its result, expected that of one call
