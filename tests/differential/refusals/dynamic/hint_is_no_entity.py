# flytekit: ValueError
from flytekit import dynamic


def helper(n: int) -> int:
    return n


@dynamic(node_dependency_hints=[helper])  # expect: FTC201 node_dependency_hints has function helper, expected tasks, workflows and launch plans
def d(n: int) -> int:
    return n
