# flytekit: RecursionError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    decision = conditional("c").if_(n > 1).then(inside := t(n=n)).else_().then(t(n=2))
    later = t(n=decision)  # expect: FTC207 node n1 waits for itself, through n0
    later >> inside
    return later
