# flytekit: AssertionError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@task
def log(): ...


@workflow
def wf() -> int:
    return conditional("c").if_(log()).then(t(n=1)).else_().then(t(n=2))  # expect: FTC214 if_ of conditional 'c' is given the empty result of void_alone.log, expected a comparison of promises
