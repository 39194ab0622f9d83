# flytekit: ValueError
from flytekit import Resources, task


@task(resources=Resources(cpu=("1", "2", "3")))  # expect: FTC604 Resources: cpu has 3 values in ('1', '2', '3'), expected 2 (request and limit)
def t(n: int) -> int:
    return n
