# flytekit: ValueError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int, b: bool) -> int:
    return conditional("c").if_(b | (n > 1)).then(t(n=1)).else_().then(t(n=2))  # expect: FTC208 promise 'b' is an operand of |, which combines comparisons only
