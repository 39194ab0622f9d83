# flytekit: FlyteValidationException
from flytekit import task, workflow


@task
def t() -> None: ...


@workflow  # expect: FTC204 'o0' of the outputs of void_returned.wf: the value is the result of void_returned.t, which returns nothing
def wf() -> int:
    return t()
