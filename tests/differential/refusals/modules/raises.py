# flytekit: RuntimeError
from flytekit import task


@task
def t(n: int) -> int:
    return n


raise RuntimeError("not today")  # expect: FTC101 module raises raises RuntimeError: not today
