from typing import List

from elsewhere import mapped_here
from elsewhere.tasks import square as sq
from flytekit import map_task, workflow


@workflow
def wf(ns: List[int]) -> List[int]:
    return map_task(sq)(n=mapped_here(n=ns))
