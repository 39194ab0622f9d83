# flytekit: FlyteMissingReturnValueException
from flytekit import reference_workflow


@reference_workflow(project="p", domain="d", name="n", version="v")  # expect: FTC201 elsewhere declares the result int but has no return statement
def elsewhere(n: int) -> int: ...
