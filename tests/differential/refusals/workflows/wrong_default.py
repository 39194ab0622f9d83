# flytekit: TypeTransformerFailedError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int = "three") -> int:  # expect: ?
    return t(n=n)
