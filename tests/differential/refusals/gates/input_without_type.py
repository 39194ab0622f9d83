# flytekit: ValueError
from datetime import timedelta

from flytekit import wait_for_input, workflow


@workflow
def wf() -> int:
    return wait_for_input("number", timedelta(1), None)  # expect: FTC215 wait_for_input 'number' expects None, expected a type
