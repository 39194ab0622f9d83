# flytekit: AttributeError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    last = conditional("c").if_(n > 1).then(t(n=n)).else_()
    last.then(t(n=n))
    return last.then(t(n=2))  # expect: FTC214 conditional 'c' ends twice, expected one then or fail after else_
