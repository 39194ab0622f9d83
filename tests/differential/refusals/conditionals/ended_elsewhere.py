# flytekit: accepts
from flytekit import conditional, task, workflow

begun = []


@task
def t(n: int) -> int:
    return n


@workflow
def outer(n: int) -> int:
    begun.append(conditional("c").if_(n > 1).then(t(n=n)))
    return inner(n=n)


@workflow
def inner(n: int) -> int:
    return begun[0].else_().then(t(n=n))  # expect: FTC214 conditional 'c' ends in another workflow's body, expected the one it began in
