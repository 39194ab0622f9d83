# flytekit: ValueError
from flytekit import task


@task(cache_ignore_input_vars=("n",))  # expect: ?
def t(n: int) -> int:
    return n
