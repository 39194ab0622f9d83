# flytekit: AttributeError
from datetime import timedelta

from flytekit import approve, task, workflow


@task
def pair() -> tuple[int, int]:
    return 1, 2


@workflow
def wf() -> int:
    return approve(pair(), "pair", timedelta(1))  # expect: FTC215 approve 'pair' is given a tuple, expected one output of a node
