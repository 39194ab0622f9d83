# flytekit: accepts
from flytekit import task


@task
def t(n: int) -> int:
    return n


@task
def t(n: int, m: int) -> int:  # expect: ?
    return m
