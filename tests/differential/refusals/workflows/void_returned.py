# flytekit: FlyteValidationException
from flytekit import task, workflow


@task
def t() -> None: ...


@workflow
def wf() -> int:  # expect: ?
    return t()
