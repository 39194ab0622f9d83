# flytekit: ValueError
from typing import Tuple

from flytekit import map_task, task


@task
def t(n: int) -> Tuple[int, str]:
    return n, str(n)


mapped = map_task(t)  # expect: FTC201 mapping over two_outputs.t: it has 2 outputs, expected one at most
