# flytekit: FlyteAssertion
from typing import List

from flytekit import map_task, task, workflow


@task
def t(n: int, m: int = 1) -> int:
    return n + m


@workflow
def wf(ns: List[int]) -> List[int]:
    return map_task(t)(n=ns)  # expect: FTC202 missing_input.map_t_6b3bd0353da5de6e84d7982921ead2b3-arraynode: input 'm' of type typing.List[int] is not given
