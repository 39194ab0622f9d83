# flytekit: ValueError
from flytekit import reference_workflow, workflow


@reference_workflow(project="p", domain="d", name="n", version="v")
def elsewhere(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return elsewhere(n=n)  # expect: FTC202 n is a reference to a workflow, which cannot be a sub-workflow
