# flytekit: FlyteMissingTypeException
from flytekit import task


@task  # expect: FTC203 parameter 'n' of t has no type annotation
def t(n, m: int) -> int:
    return m
