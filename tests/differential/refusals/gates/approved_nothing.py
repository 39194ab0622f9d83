# flytekit: ValueError
from datetime import timedelta

from flytekit import approve, workflow


@workflow
def wf():
    approve(None, "nothing", timedelta(1))  # expect: FTC215 approve 'nothing' is given None, expected an output of a node
