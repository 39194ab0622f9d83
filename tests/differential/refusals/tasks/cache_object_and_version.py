# flytekit: ValueError
from flytekit import Cache, task


@task(cache=Cache(version="1"), cache_version="2")  # expect: ?
def t(n: int) -> int:
    return n
