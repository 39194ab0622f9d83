# flytekit: TypeTransformerFailedError
from typing import List

from flytekit import map_task, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> List[int]:
    return map_task(t)(n=3)  # expect: FTC206 'n' of one_value.map_t_6b3bd0353da5de6e84d7982921ead2b3-arraynode: 3 is an int, expected List[int]
