# flytekit: FlyteMissingTypeException
from flytekit import workflow


@workflow
def wf(n) -> None:  # expect: ?
    pass
