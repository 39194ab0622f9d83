# flytekit: TypeTransformerFailedError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(n=None)  # expect: FTC206 'n' of none_for_int.t: the value is None, expected int
