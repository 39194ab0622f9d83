# flytekit: accepts
from flytekit import dynamic


@dynamic
def d(n: int) -> int:
    return n


result = d(n=1)  # expect: FTC209 called_at_module_level.d is called outside of a workflow's body, which would run it now
