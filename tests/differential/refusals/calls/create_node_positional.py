# flytekit: FlyteAssertion
from flytekit import task, workflow
from flytekit.core.node_creation import create_node


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return create_node(t, 3).o0  # expect: FTC202 create_node is given 1 positional inputs, expected inputs by name only
