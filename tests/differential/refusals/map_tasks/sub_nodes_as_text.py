# flytekit: TypeError
from typing import List

from flytekit import map_task, task, workflow


@task
def t(n: int) -> int:
    return n


mapped = map_task(t, run_all_sub_nodes="yes")  # expect: FTC201 mapping over sub_nodes_as_text.t: run_all_sub_nodes is 'yes', expected True or False


@workflow
def wf(ns: List[int]) -> List[int]:
    return mapped(n=ns)
