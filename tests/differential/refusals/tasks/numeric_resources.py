# flytekit: TypeError
from flytekit import Resources, task


@task(requests=Resources(cpu=2))  # expect: FTC201 task numeric_resources.t: requests has cpu=2, expected a quantity as text
def t(n: int) -> int:
    return n
