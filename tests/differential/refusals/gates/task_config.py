# flytekit: AttributeError
from datetime import timedelta

from flytekit import sleep, workflow


@workflow
def wf():
    sleep(timedelta(1)).with_overrides(task_config=5)  # expect: FTC201 task_config of node n0 is overridden, but sleep-gate has none
