# flytekit: accepts
from datetime import timedelta

from flytekit import sleep, task

sleep(timedelta(microseconds=1))  # expect: FTC209 sleep-gate is called outside of a workflow's body, which would run it now


@task
def t(n: int) -> int:
    return n
