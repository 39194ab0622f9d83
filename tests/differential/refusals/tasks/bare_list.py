# flytekit: ValueError
from flytekit import task


@task
def t(values: list) -> int:  # expect: ?
    return 1
