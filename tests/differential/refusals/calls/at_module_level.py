# flytekit: accepts
from flytekit import task


@task
def t(n: int) -> int:
    return n


print(t(n=3))  # expect: ?
