# flytekit: AssertionError
from flytekit import task, workflow


@task
def nothing() -> None: ...


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(n=nothing())  # expect: FTC204 'n' of void_as_input.t: the value is the result of void_as_input.nothing, which returns nothing
