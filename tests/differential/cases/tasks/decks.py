"""Decks, on and off."""

from flytekit import task
from flytekit.deck import DeckField


@task(enable_deck=True)
def enabled() -> None: ...


@task(enable_deck=False)
def not_enabled() -> None: ...


@task(disable_deck=False)
def not_disabled() -> None: ...


@task(disable_deck=True)
def disabled() -> None: ...


@task(enable_deck=True, deck_fields=(DeckField.INPUT, DeckField.OUTPUT))
def two_fields(n: int) -> int:
    return n


@task(enable_deck=True, deck_fields=())
def no_fields(n: int) -> int:
    return n
