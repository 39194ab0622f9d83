# flytekit: ValueError
from datetime import timedelta

from flytekit import sleep, workflow


@workflow
def wf():
    sleep(timedelta(0))  # expect: FTC215 sleep is given datetime.timedelta(0), expected a datetime.timedelta other than zero
