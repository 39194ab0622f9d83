# flytekit: FlyteAssertion
from typing import List

from flytekit import task, workflow


@task
def t(values: List[int] = [1]) -> int:
    return 1


@workflow
def wf() -> int:
    return t()  # expect: FTC202 mutable_default.t: input 'values' falls back on a mutable default
