from flytekit import workflow

from partly.tasks import t


@workflow
def wf(n: int) -> int:
    return t(n=n)
