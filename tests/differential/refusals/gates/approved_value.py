# flytekit: AttributeError
from datetime import timedelta

from flytekit import approve, workflow


@workflow
def wf() -> int:
    return approve(5, "five", timedelta(1))  # expect: FTC215 approve 'five' is given 5, expected one output of a node
