# flytekit: AssertionError
from flytekit import Resources, task

ROOMY = Resources(mem=1.5)  # expect: FTC604 Resources: mem is 1.5, expected str or int, or a pair of them


@task(requests=ROOMY)
def t(n: int) -> int:
    return n
