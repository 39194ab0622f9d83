# flytekit: AssertionError
from flytekit import conditional, task


@task
def t(n: int) -> int:
    return n


section = conditional("c")  # expect: FTC209 conditional 'c' stands outside of a workflow's body
