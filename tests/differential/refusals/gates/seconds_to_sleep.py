# flytekit: TypeError
from flytekit import sleep, workflow


@workflow
def wf():
    sleep(10)  # expect: FTC215 sleep is given 10, expected a datetime.timedelta other than zero
