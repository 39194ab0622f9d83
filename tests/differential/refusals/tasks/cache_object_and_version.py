# flytekit: ValueError
from flytekit import Cache, task


@task(cache=Cache(version="1"), cache_version="2")  # expect: FTC201 a Cache is given together with cache_version, cache_serialize or cache_ignore_input_vars
def t(n: int) -> int:
    return n
