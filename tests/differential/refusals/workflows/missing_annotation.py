# flytekit: FlyteMissingTypeException
from flytekit import workflow


@workflow  # expect: FTC203 parameter 'n' of wf has no type annotation
def wf(n) -> None:
    pass
