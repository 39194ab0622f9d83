# flytekit: TypeTransformerFailedError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow  # expect: FTC206 launch plan wrong_default.wf: input 'n': 'three' is a str, expected int
def wf(n: int = "three") -> int:
    return t(n=n)
