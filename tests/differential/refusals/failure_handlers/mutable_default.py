# flytekit: FlyteAssertion
from typing import List, Optional

from flytekit import task, workflow


@task
def clean_up(n: int, more: Optional[List[int]] = [1]): ...


@workflow(on_failure=clean_up)  # expect: FTC202 mutable_default.clean_up: input 'more' falls back on a mutable default
def wf(n: int): ...
