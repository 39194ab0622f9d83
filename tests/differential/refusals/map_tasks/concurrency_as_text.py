# flytekit: TypeError
from typing import List

from flytekit import map_task, task, workflow


@task
def t(n: int) -> int:
    return n


mapped = map_task(t, concurrency="3")  # expect: FTC201 mapping over concurrency_as_text.t: concurrency is '3', expected a whole number from 0, or None


@workflow
def wf(ns: List[int]) -> List[int]:
    return mapped(n=ns)
