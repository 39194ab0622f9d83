# flytekit: accepts
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    outer = conditional("outer").if_(n > 1)
    conditional("inner").if_(n > 2).then(t(n=n))
    return outer.then(t(n=n)).else_().then(t(n=2))  # expect: FTC214 conditional 'outer' ends before conditional 'inner', which began inside it
