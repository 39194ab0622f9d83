# flytekit: FlyteMissingReturnValueException
from flytekit import workflow


# expect below: FTC201 wf declares the result int but has no return statement
@workflow
def wf(n: int) -> int:
    raise RuntimeError("not today")
