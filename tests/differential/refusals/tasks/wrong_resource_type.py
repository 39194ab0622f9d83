# flytekit: AssertionError
from flytekit import Resources, task

ROOMY = Resources(mem=1.5)  # expect: ?


@task(requests=ROOMY)
def t(n: int) -> int:
    return n
