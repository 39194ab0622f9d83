# flytekit: ValueError
from flytekit import Cache, task


@task(cache=Cache())  # expect: FTC201 the cache has neither a version nor a policy to make one
def t(n: int) -> int:
    return n
