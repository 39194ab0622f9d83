# flytekit: TypeError
from flytekit import reference_task


@reference_task(project="p", domain="d", name="n")  # expect: FTC101 module no_version raises TypeError: reference_task() missing 1 required positional argument: 'version'
def elsewhere(n: int) -> int: ...
