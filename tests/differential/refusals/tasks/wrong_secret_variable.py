# flytekit: ValueError
from flytekit import Secret, task


@task(secret_requests=[Secret(group="g", env_var="lower-case")])  # expect: ?
def t(n: int) -> int:
    return n
