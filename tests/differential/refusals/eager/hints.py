# flytekit: ValueError
from flytekit import eager, task


@task
def t(n: int) -> int:
    return n


@eager(node_dependency_hints=[t])  # expect: FTC201 hints.e has node_dependency_hints but is not dynamic
async def e(n: int) -> int:
    return n
