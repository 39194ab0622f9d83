# flytekit: ValueError
from flytekit import Resources, task


@task(resources=Resources(cpu=("1", "2", "3")))  # expect: ?
def t(n: int) -> int:
    return n
