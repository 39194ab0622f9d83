# flytekit: TypeError
from flytekit import task


@task(environment={"N": 3})  # expect: ?
def t(n: int) -> int:
    return n
