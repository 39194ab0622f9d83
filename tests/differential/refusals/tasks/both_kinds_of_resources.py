# flytekit: ValueError
from flytekit import Resources, task


@task(resources=Resources(cpu="1"), requests=Resources(cpu="2"))  # expect: FTC201 resources is given together with requests or limits, expected resources alone
def t(n: int) -> int:
    return n
