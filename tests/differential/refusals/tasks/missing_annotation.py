# flytekit: FlyteMissingTypeException
from flytekit import task


@task
def t(n, m: int) -> int:  # expect: ?
    return m
