# flytekit: AttributeError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n == {"a": 2}).then(t(n=1)).else_().then(t(n=2))  # expect: FTC214 a dict is compared, expected a promise or a single value
