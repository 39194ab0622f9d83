# flytekit: RuntimeError
from flytekit import task


@task
def t(n: int) -> int:
    return n


raise RuntimeError("not today")  # expect: ?
