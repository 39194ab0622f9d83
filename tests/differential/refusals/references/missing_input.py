# flytekit: FlyteAssertion
from flytekit import reference_task, workflow


@reference_task(project="p", domain="d", name="n", version="v")
def elsewhere(n: int, m: int = 3) -> int: ...


@workflow
def wf() -> int:
    return elsewhere(n=1)  # expect: FTC202 n: input 'm' of type int is not given
