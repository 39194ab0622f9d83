# flytekit: AssertionError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(n=3, m=4)  # expect: FTC202 unknown_input.t: input 'm' is given, which it does not have; it has 'n'
