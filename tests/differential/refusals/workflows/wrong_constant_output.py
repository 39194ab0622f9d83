# flytekit: FlyteValidationException
from flytekit import task, workflow


@task
def t() -> int:
    return 1


@workflow  # expect: FTC206 'o0' of the outputs of wrong_constant_output.wf: 'one' is a str, expected int
def wf() -> int:
    t()
    return "one"
