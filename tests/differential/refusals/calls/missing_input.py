# flytekit: FlyteAssertion
from flytekit import task, workflow


@task
def t(n: int, m: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(n=3)  # expect: FTC202 missing_input.t: input 'm' of type int is not given
