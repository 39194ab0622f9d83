# flytekit: AssertionError
from typing import List

from flytekit import map_task, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(ns: List[int]) -> List[int]:
    return map_task(t)(n=ns, m=ns)  # expect: FTC202 unknown_input.map_t_6b3bd0353da5de6e84d7982921ead2b3-arraynode: input 'm' is given, which it does not have; it has 'n'
