# flytekit: AssertionError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(b: bool) -> int:
    return conditional("c").if_(b).then(t(n=1)).else_().then(t(n=2))  # expect: FTC214 if_ of conditional 'c' is given promise 'b', expected a comparison
