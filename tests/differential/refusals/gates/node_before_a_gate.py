# flytekit: AttributeError
from datetime import timedelta

from flytekit import sleep, task, workflow
from flytekit.core.node_creation import create_node


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int):
    create_node(t, n=n) >> sleep(timedelta(1))  # expect: FTC208 node n0 is ordered before VoidPromise, expected another node
