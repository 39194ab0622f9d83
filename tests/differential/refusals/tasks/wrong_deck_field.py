# flytekit: ValueError
from flytekit import task


@task(enable_deck=True, deck_fields=("source",))  # expect: FTC201 deck_fields has 'source'
def t(n: int) -> int:
    return n
