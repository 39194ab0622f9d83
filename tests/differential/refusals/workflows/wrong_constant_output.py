# flytekit: FlyteValidationException
from flytekit import task, workflow


@task
def t() -> int:
    return 1


@workflow
def wf() -> int:  # expect: ?
    t()
    return "one"
