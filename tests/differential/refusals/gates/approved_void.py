# flytekit: ValueError
from datetime import timedelta

from flytekit import approve, task, workflow


@task
def log(): ...


@workflow
def wf():
    approve(log(), "log", timedelta(1))  # expect: FTC215 approve 'log' is given the empty result of approved_void.log, expected an output of a node
