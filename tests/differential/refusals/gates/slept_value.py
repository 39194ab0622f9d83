# flytekit: AssertionError
from datetime import timedelta

from flytekit import sleep, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(n=sleep(timedelta(1)))  # expect: FTC204 'n' of slept_value.t: the value is the result of sleep-gate, which returns nothing
