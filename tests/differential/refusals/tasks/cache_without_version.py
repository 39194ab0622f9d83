# flytekit: ValueError
from flytekit import task


@task(cache=True)  # expect: ?
def t(n: int) -> int:
    return n
