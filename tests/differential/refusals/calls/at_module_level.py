# flytekit: accepts
from flytekit import task


@task
def t(n: int) -> int:
    return n


print(t(n=3))  # expect: FTC209 at_module_level.t is called outside of a workflow's body, which would run it now
