# flytekit: ValueError
from flytekit import task


@task(timeout="1h")  # expect: ?
def t(n: int) -> int:
    return n
