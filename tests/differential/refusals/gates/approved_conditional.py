# flytekit: AttributeError
from datetime import timedelta

from flytekit import approve, conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    either = conditional("c").if_(n > 1).then(t(n=n)).else_().then(t(n=2))
    return approve(either, "either", timedelta(1))  # expect: FTC215 approve 'either' is given output 'o0' of conditional 'c', whose type is not known
