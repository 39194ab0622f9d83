# flytekit: TypeError
from typing import List, Optional

from flytekit import map_task, task, workflow


@task
def t(n: int) -> int:
    return n


mapped = map_task(t, min_success_ratio="all")  # expect: FTC201 mapping over ratio_as_text.t: min_success_ratio is 'all', expected a number from 0 to 1


@workflow
def wf(ns: List[int]) -> List[Optional[int]]:
    return mapped(n=ns)
