# flytekit: KeyError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int, b: bool) -> int:
    return conditional("c").if_((n > 1) & b).then(t(n=1)).else_().then(t(n=2))  # expect: FTC214 promise 'b' is combined with a comparison by & or |, expected another comparison
