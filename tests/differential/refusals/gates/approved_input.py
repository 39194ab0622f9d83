# flytekit: ValueError
from datetime import timedelta

from flytekit import approve, workflow


@workflow
def wf(n: int) -> int:
    return approve(n, "n", timedelta(1))  # expect: FTC215 approve 'n' is given input 'n' of the workflow, expected an output of a node
