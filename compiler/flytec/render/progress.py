"""How far a long run has come, on one line that is written over."""

from collections.abc import Callable
from typing import TextIO

_FIRST_AFTER_SECONDS = 1.0
_EVERY_SECONDS = 0.1
_WIDTH = 79


class Progress:
    """Counts modules on `stream` once a second has gone by on `clock`; call `clear` before anything else is written."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream = stream
        self._clock = clock
        self._due = clock() + _FIRST_AFTER_SECONDS
        self._shown = 0

    def on_module(self, name: str, index: int, total: int) -> None:
        """Tells that module `name` is about to be loaded, the `index`th of `total`, counted from 0."""
        if self._clock() < self._due:
            return
        self._due = self._clock() + _EVERY_SECONDS
        text = f"loading {index + 1} of {total}: {name}"
        text = text if len(text) <= _WIDTH and text.isprintable() else f"loading {index + 1} of {total}"
        self._write(text)

    def clear(self) -> None:
        """Leaves an empty line behind."""
        if self._shown:
            self._write("")
            self._write("")

    def _write(self, text: str) -> None:
        # Spaces instead of an escape sequence: they work everywhere, and where colours are not wanted too.
        self._stream.write(f"\r{text:{self._shown}}")
        self._stream.flush()
        self._shown = len(text)
