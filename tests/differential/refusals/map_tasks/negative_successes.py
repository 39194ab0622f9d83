# flytekit: ValueError
from typing import List

from flytekit import map_task, task, workflow


@task
def t(n: int) -> int:
    return n


mapped = map_task(t, min_successes=-1)  # expect: FTC201 mapping over negative_successes.t: min_successes is -1, expected a whole number from 0, or None


@workflow
def wf(ns: List[int]) -> List[int]:
    return mapped(n=ns)
