# flytekit: FlyteMissingReturnValueException
from flytekit import task, workflow


@task
def t() -> int:
    return 1


# expect below: FTC201 wf declares the result int but has no return statement
@workflow
def wf() -> int:
    t()
