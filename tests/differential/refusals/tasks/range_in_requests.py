# flytekit: ValueError
from flytekit import Resources, task


@task(requests=Resources(cpu=("1", "2")))  # expect: FTC201 task range_in_requests.t: requests has cpu=('1', '2'), expected a single quantity
def t(n: int) -> int:
    return n
