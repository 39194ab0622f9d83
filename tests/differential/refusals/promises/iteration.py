# flytekit: ValueError
from typing import List

from flytekit import task, workflow


@task
def numbers() -> List[int]:
    return [1]


@task
def t(n: int) -> int:
    return n


@workflow
def wf():
    for n in numbers():  # expect: FTC208 promise 'o0' is iterated over, but how many items it has is known only when the workflow runs
        t(n=n)
