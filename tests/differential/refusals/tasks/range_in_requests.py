# flytekit: ValueError
from flytekit import Resources, task


@task(requests=Resources(cpu=("1", "2")))  # expect: ?
def t(n: int) -> int:
    return n
