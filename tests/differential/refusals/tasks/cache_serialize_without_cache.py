# flytekit: ValueError
from flytekit import task


@task(cache_serialize=True)  # expect: FTC201 cache_serialize is set but caching is off
def t(n: int) -> int:
    return n
