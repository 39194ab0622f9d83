# flytekit: FlyteMissingReturnValueException
from flytekit import workflow


@workflow
def wf(n: int) -> int:
    raise RuntimeError("not today")  # expect: ?
