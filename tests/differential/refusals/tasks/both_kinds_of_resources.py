# flytekit: ValueError
from flytekit import Resources, task


@task(resources=Resources(cpu="1"), requests=Resources(cpu="2"))  # expect: ?
def t(n: int) -> int:
    return n
