# flytekit: ValueError
from flytekit import eager


@eager(disable_deck=True)  # expect: FTC201 @eager is given disable_deck, but eager tasks have a deck
async def e(n: int) -> int:
    return n
