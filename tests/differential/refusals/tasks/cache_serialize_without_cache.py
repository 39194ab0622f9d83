# flytekit: ValueError
from flytekit import task


@task(cache_serialize=True)  # expect: ?
def t(n: int) -> int:
    return n
