"""Decks and renderers: made while modules load, in annotations and at top level, and at work in running tasks only."""

from __future__ import annotations

from typing import Any, NoReturn

from flytec.authoring.types.running import only_while_running


class Deck:
    """A page that a task shows; what is put on it while a module loads reaches no task."""

    __module__ = "flytekit.deck.deck"

    def __init__(self, name: str, html: str | None = "", auto_add_to_deck: bool = True) -> None:  # noqa: ARG002 - flytekit's name
        self._name = name
        self._html = html

    def append(self, html: str) -> Deck:
        """Adds a piece of HTML."""
        self._html = f"{self._html}\n{html}"
        return self

    @property
    def name(self) -> str:
        """The name as given."""
        return self._name

    @property
    def html(self) -> str | None:
        """All of the page."""
        return self._html

    @staticmethod
    def publish() -> NoReturn:
        """Raises FTC209: no task runs whose page could be shown."""
        raise only_while_running("Deck.publish()")


class _Renderer:
    def to_html(self, *_: Any, **__: Any) -> NoReturn:
        """Raises FTC209: rendering is the running task's work."""
        raise only_while_running(f"{type(self).__name__}.to_html()")


class ArrowRenderer(_Renderer):
    """Shows an Arrow table."""

    __module__ = "flytekit.deck.renderer"


class MarkdownRenderer(_Renderer):
    """Shows Markdown."""

    __module__ = "flytekit.deck.renderer"


class TopFrameRenderer(_Renderer):
    """Shows the first rows of a pandas frame."""

    __module__ = "flytekit.deck.renderer"

    def __init__(self, max_rows: int = 10, max_cols: int = 100) -> None:
        self._max_rows = max_rows
        self._max_cols = max_cols


class SourceCodeRenderer(_Renderer):
    """Shows Python source code."""

    __module__ = "flytekit.deck.renderer"

    def __init__(self, title: str = "Source Code") -> None:
        self._title = title


class PythonDependencyRenderer(_Renderer):
    """Shows the packages that are installed."""

    __module__ = "flytekit.deck.renderer"

    def __init__(self, title: str = "Dependencies") -> None:
        self._title = title
