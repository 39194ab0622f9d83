# flytekit: ValueError
from flytekit import Secret, task


@task(secret_requests=[Secret(key="password")])  # expect: FTC201 a secret is declared without a group
def t(n: int) -> int:
    return n
