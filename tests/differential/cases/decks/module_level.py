"""Decks and renderers outside the bodies of tasks; a test among the sources."""

import typing
from typing import Annotated

import flytekit
from flytekit import Deck, StructuredDataset, task, workflow
from flytekit.deck import MarkdownRenderer, TopFrameRenderer
from flytekit.deck.renderer import ArrowRenderer, PythonDependencyRenderer, SourceCodeRenderer
from flytekit.testing import patch, task_mock

NOTES = Deck("notes", "<b>made while the module loads</b>").append("<i>more</i>")
DOCUMENT = flytekit.Deck("document")
RENDERERS = (MarkdownRenderer(), SourceCodeRenderer(title="Source"), PythonDependencyRenderer())


@task(enable_deck=True)
def shown() -> Annotated[StructuredDataset, TopFrameRenderer(10)]:
    return StructuredDataset()


@task
def shown_in_parts(
    rows: Annotated[StructuredDataset, ArrowRenderer()],
) -> typing.List[Annotated[StructuredDataset, TopFrameRenderer(max_rows=3, max_cols=4)]]:
    return [rows]


@workflow
def pages() -> typing.List[StructuredDataset]:
    return shown_in_parts(rows=shown())


@patch(shown)
def test_pages(mock):
    with task_mock(shown_in_parts) as other:
        other.return_value = []
        pages()


@patch(pages)
def test_more(mock):
    mock.return_value = []
