# flytekit: AttributeError
from flytekit import conditional, task, workflow
from flytekit.core.node_creation import create_node


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n > 1).then(create_node(t, n=n)).else_().then(t(n=n))  # expect: FTC214 if_ of conditional 'c' has node n0 as its result, expected the result of a call
