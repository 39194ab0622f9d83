# flytekit: accepts
from flytekit import conditional, task, workflow
from flytekit.core.node_creation import create_node


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n == create_node(t, n=n)).then(t(n=1)).else_().then(t(n=2))  # expect: FTC214 node n0 is compared, expected a promise or a single value
