# flytekit: ValueError
from datetime import timedelta

from flytekit import sleep, workflow


@workflow
def wf(pause: timedelta):
    sleep(pause)  # expect: FTC215 sleep is given promise 'pause', expected a datetime.timedelta other than zero
