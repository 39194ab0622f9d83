# flytekit: TypeTransformerFailedError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(n="three")  # expect: ?
