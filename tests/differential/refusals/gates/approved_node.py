# flytekit: AttributeError
from datetime import timedelta

from flytekit import approve, task, workflow
from flytekit.core.node_creation import create_node


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return approve(create_node(t, n=n), "node", timedelta(1))  # expect: FTC215 approve 'node' is given node n0, expected one output of a node
