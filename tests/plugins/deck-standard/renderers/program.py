"""Tasks that render decks."""

from flytekit import Deck, task, workflow
from flytekitplugins.deck.renderer import BoxRenderer, MarkdownRenderer


@task(enable_deck=True)
def t1(a: int) -> int:
    Deck("md", MarkdownRenderer().to_html("# x"))
    Deck("box", BoxRenderer("a").to_html({"a": [a]}))
    return a


@workflow
def wf(a: int) -> int:
    return t1(a=a)
