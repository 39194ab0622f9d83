# flytekit: AssertionError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(1, 2)  # expect: FTC202 too_many_positional.t: 2 positional inputs are given, expected at most 1
