# flytekit: ValueError
from flytekit import Cache, task


@task(cache=Cache())  # expect: ?
def t(n: int) -> int:
    return n
