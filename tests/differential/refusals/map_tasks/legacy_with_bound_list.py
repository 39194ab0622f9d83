# flytekit: ValueError
from functools import partial
from typing import List

from flytekit import task
from flytekit.core.legacy_map_task import map_task


@task
def t(n: int, ms: List[int]) -> int:
    return n + sum(ms)


mapped = map_task(partial(t, ms=[1]))  # expect: FTC201 mapping over legacy_with_bound_list.t: input 'ms' is bound to a list
