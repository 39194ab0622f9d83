# flytekit: TypeTransformerFailedError
from flytekit import task, workflow


@task
def t(n: int = "three") -> int:
    return n


@workflow
def wf() -> int:
    return t()  # expect: ?
