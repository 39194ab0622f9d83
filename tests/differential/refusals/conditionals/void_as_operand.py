# flytekit: AssertionError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@task
def log(): ...


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n == log()).then(t(n=1)).else_().then(t(n=2))  # expect: FTC214 the empty result of void_as_operand.log is compared, expected a promise or a single value
