# flytekit: TypeError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=t(n=n) + 1)  # expect: FTC207 the body of workflow arithmetic.wf raises TypeError: unsupported operand type(s) for +: 'Promise' and 'int'
