# flytekit: AttributeError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n > 1).then(t(n=n)).else_().then("none")  # expect: FTC214 else_ of conditional 'c' has 'none' as its result, expected the result of a call
