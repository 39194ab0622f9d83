# flytekit: AssertionError
from flytekit import task


@task(secret_requests=["password"])  # expect: FTC201 secret_requests has 'password', expected flytekit.Secret
def t(n: int) -> int:
    return n
