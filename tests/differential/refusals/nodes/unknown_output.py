# flytekit: AttributeError
from flytekit import task, workflow
from flytekit.core.node_creation import create_node


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return create_node(t, n=n).result  # expect: FTC207 the body of workflow unknown_output.wf raises AttributeError: 'Node' object has no attribute 'result'
