# flytekit: AssertionError
from flytekit import task


@task(secret_requests=["password"])  # expect: ?
def t(n: int) -> int:
    return n
