"""flyteidl messages for user code that asks for them: there are some only while launch plans are lowered."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from flytec.authoring.types.running import only_while_running

_writer: ContextVar[Callable[[Any], Any]] = ContextVar("flytec_message_writer")


@contextmanager
def writing(writer: Callable[[Any], Any]) -> Iterator[None]:
    """Makes `writer`, from a value to its message, the one that answers in this context."""
    token = _writer.set(writer)
    try:
        yield
    finally:
        _writer.reset(token)


def message_of(value: Any, what: str) -> Any:
    """The message of one of our values; FTC209 naming `what` where none can be made."""
    writer = _writer.get(None)
    if writer is None:
        raise only_while_running(what)
    return writer(value)


class LookedUp:
    """Base of defaults that name what an input is looked up by, in place of a value."""
