# flytekit: FlyteAssertion
from functools import partial
from typing import List

from flytekit import map_task, task, workflow


@task
def t(n: int, m: int) -> int:
    return n + m


@workflow
def wf(ns: List[int]) -> List[int]:
    return map_task(partial(t, 1))(m=ns)  # expect: FTC202 bound_by_position.map_t_6b3bd0353da5de6e84d7982921ead2b3-arraynode: input 'n' of type typing.List[int] is not given
