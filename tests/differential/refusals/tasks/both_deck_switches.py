# flytekit: ValueError
from flytekit import task


@task(enable_deck=True, disable_deck=False)  # expect: FTC201 disable_deck and enable_deck are both set
def t(n: int) -> int:
    return n
