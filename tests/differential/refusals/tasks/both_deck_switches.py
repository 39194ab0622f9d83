# flytekit: ValueError
from flytekit import task


@task(enable_deck=True, disable_deck=False)  # expect: ?
def t(n: int) -> int:
    return n
