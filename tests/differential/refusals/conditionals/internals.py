# flytekit: accepts
from flytekit import task
from flytekit.core.condition import to_branch_node  # expect: FTC200 flytekit.core.condition.to_branch_node cannot be compiled: it is part of how flytekit makes messages of a conditional; write conditional(...) instead


@task
def t(n: int) -> int:
    return n
