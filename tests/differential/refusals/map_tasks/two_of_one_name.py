# flytekit: accepts
from typing import List

from flytekit import TaskMetadata, map_task, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def first(ns: List[int]) -> List[int]:
    return map_task(t)(n=ns)


@workflow
def second(ns: List[int]) -> List[int]:
    return map_task(t, metadata=TaskMetadata(retries=3))(n=ns)  # expect: FTC104 task two_of_one_name.map_t_6b3bd0353da5de6e84d7982921ead2b3-arraynode is declared twice and differently, also at two_of_one_name.py:14
