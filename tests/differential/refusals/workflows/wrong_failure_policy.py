# flytekit: FlyteValidationException
from flytekit import workflow


@workflow(failure_policy="never")  # expect: ?
def wf(n: int) -> int:
    return n
