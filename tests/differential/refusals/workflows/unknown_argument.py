# flytekit: TypeError
from flytekit import workflow


@workflow(retries=3)  # expect: FTC101 module unknown_argument raises TypeError: workflow() got an unexpected keyword argument 'retries'
def wf(n: int) -> int:
    return n
