# flytekit: AssertionError
from flytekit import workflow
from flytekit.core.node_creation import create_node


def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return create_node(t, n=3).o0  # expect: FTC202 create_node is given function t, expected a task, workflow or launch plan
