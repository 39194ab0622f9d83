# flytekit: TypeError
from flytekit import task


@task(environment={"N": 3})  # expect: FTC201 task wrong_environment.t: 'N' of the environment of the container is 3, expected text
def t(n: int) -> int:
    return n
