# flytekit: NotImplementedError
from flytekit import reference_task


@reference_task(project="p", domain="d", name="n", version="v")
def elsewhere(n: int) -> int: ...


result = elsewhere(n=1)  # expect: FTC209 n is called outside of a workflow's body, which would run it now
