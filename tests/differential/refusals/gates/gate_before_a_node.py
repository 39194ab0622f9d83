# flytekit: AttributeError
from datetime import timedelta

from flytekit import sleep, task, workflow
from flytekit.core.node_creation import create_node


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int):
    sleep(timedelta(1)) >> create_node(t, n=n)  # expect: FTC208 the right side of >> is node n1, expected the result of a call with at most one output
