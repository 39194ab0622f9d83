# flytekit: ValueError
from typing import Tuple

from flytekit import LaunchPlan, map_task, workflow


@workflow
def wf(n: int) -> Tuple[int, int]:
    return n, n


mapped = map_task(LaunchPlan.get_or_create(wf))  # expect: FTC201 mapping over plan_with_two_outputs.wf: it has 2 outputs, expected one at most
