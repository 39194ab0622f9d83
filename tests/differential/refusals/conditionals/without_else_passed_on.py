# flytekit: TypeTransformerFailedError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=conditional("c").if_(n > 1).then(t(n=n)))  # expect: FTC214 'n' of without_else_passed_on.t: the value is conditional 'c', which has no else_
