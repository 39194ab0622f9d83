# flytekit: ValueError
from flytekit import task


@task(cache_ignore_input_vars=("n",))  # expect: FTC201 cache_ignore_input_vars is set but caching is off
def t(n: int) -> int:
    return n
