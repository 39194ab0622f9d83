# flytekit: TypeError
from typing import List

from flytekit import task, workflow


@task
def t(n: int) -> List[int]:
    return [n]


@workflow
def wf(n: int) -> int:
    return len(t(n=n))  # expect: FTC207 the body of workflow length.wf raises TypeError: object of type 'Promise' has no len()
