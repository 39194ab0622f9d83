# flytekit: ValueError
from flytekit import task


@task(retires=3)  # expect: ?
def t(n: int) -> int:
    return n
