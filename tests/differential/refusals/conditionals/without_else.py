# flytekit: FlyteValidationException
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow  # expect: FTC214 'o0' of the outputs of without_else.wf: the value is conditional 'c', which has no else_
def wf(n: int) -> int:
    return conditional("c").if_(n > 1).then(t(n=n))
