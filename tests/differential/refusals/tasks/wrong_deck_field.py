# flytekit: ValueError
from flytekit import task


@task(enable_deck=True, deck_fields=("source",))  # expect: ?
def t(n: int) -> int:
    return n
