# flytekit: TypeTransformerFailedError
from flytekit import task, workflow


@task
def t(n: int = "three") -> int:
    return n


@workflow
def wf() -> int:
    return t()  # expect: FTC206 'n' of wrong_default.t: 'three' is a str, expected int
