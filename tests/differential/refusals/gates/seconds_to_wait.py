# flytekit: TypeError
from flytekit import wait_for_input, workflow


@workflow
def wf() -> int:
    return wait_for_input("number", 10, int)  # expect: FTC215 the timeout of gate 'number' is 10, expected a datetime.timedelta
