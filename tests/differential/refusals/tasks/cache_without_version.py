# flytekit: ValueError
from flytekit import task


@task(cache=True)  # expect: FTC201 the cache has neither a version nor a policy to make one
def t(n: int) -> int:
    return n
