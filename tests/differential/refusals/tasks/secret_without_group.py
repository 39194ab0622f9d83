# flytekit: ValueError
from flytekit import Secret, task


@task(secret_requests=[Secret(key="password")])  # expect: ?
def t(n: int) -> int:
    return n
