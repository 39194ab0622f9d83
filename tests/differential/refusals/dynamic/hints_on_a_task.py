# flytekit: ValueError
from flytekit import task


@task
def t(n: int) -> int:
    return n


@task(node_dependency_hints=[t])  # expect: FTC201 hints_on_a_task.hinted has node_dependency_hints but is not dynamic
def hinted(n: int) -> int:
    return n
