# flytekit: TypeError
from flytekit import workflow


@workflow(retries=3)  # expect: ?
def wf(n: int) -> int:
    return n
