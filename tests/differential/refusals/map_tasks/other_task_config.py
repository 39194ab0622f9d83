# flytekit: ValueError
from typing import List

from flytekit import map_task, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(ns: List[int]) -> List[int]:
    return map_task(t)(n=ns).with_overrides(task_config={"a": 1})  # expect: FTC201 task_config of node n0 is of type dict, expected NoneType
