# flytekit: FlyteMissingTypeException
from flytekit import reference_task


@reference_task(project="p", domain="d", name="n", version="v")  # expect: FTC203 parameter 'n' of elsewhere has no type annotation
def elsewhere(n) -> int: ...
