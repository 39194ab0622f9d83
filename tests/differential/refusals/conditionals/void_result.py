# flytekit: AssertionError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@task
def log(): ...


@workflow
def wf(n: int) -> int:
    either = conditional("c").if_(n > 1).then(t(n=n)).else_().then(log())
    return t(n=either)  # expect: FTC204 'n' of void_result.t: the value is the result of conditional 'c', which returns nothing
