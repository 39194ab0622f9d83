# flytekit: AssertionError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(1, n=2)  # expect: FTC202 duplicate_argument.t: input 'n' is given twice
