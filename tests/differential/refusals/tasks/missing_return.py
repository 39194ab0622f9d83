# flytekit: FlyteMissingReturnValueException
from flytekit import task


@task
def t(n: int) -> int:  # expect: ?
    print(n)
