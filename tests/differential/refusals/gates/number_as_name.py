# flytekit: TypeError
from datetime import timedelta

from flytekit import wait_for_input, workflow


@workflow
def wf() -> int:
    return wait_for_input(5, timedelta(1), int)  # expect: FTC215 wait_for_input is named 5, expected a string
