# flytekit: AttributeError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_((n > 1) | True).then(t(n=1)).else_().then(t(n=2))  # expect: FTC214 True is combined with a comparison by & or |, expected another comparison
