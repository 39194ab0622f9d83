# flytekit: TypeTransformerFailedError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(n="three")  # expect: FTC206 'n' of wrong_constant.t: 'three' is a str, expected int
