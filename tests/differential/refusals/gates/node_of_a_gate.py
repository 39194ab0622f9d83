# flytekit: AssertionError
from datetime import timedelta

from flytekit import sleep, workflow
from flytekit.core.node_creation import create_node


@workflow
def wf():
    create_node(sleep, duration=timedelta(1))  # expect: FTC202 create_node is given function sleep, expected a task, workflow or launch plan
