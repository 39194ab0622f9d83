# flytekit: ValueError
from flytekit import Secret, task


@task(secret_requests=[Secret(group="g", env_var="lower-case")])  # expect: FTC201 env_var of a secret is 'lower-case', expected capitals, digits and underscores
def t(n: int) -> int:
    return n
