"""Keeps stdout for the result, and stderr for the findings: user code gets streams of its own, which go to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TextIO

_STDOUT, _STDERR = 1, 2
_STREAMS = ("stdout", "stderr", "__stdout__", "__stderr__")


@contextmanager
def stdout_to_stderr(*, restore: bool = True) -> Iterator[TextIO]:
    """Sends to stderr what is printed, written to file descriptor 1, or written by programs that are started.

    Gives a stream to the true stdout, good until the end of the block. Without `restore` the detour stays in place
    after it, so that threads and exit handlers of user modules cannot reach stdout either.
    """
    own, errors = sys.stdout, sys.stderr
    with ExitStack() as undo:
        out = own
        _flush(own)
        if (true_stdout := _detour()) is not None:
            undo.callback(os.close, true_stdout)
            if restore:
                undo.callback(_end_detour, true_stdout)
            if _writes_to(own, _STDOUT):
                out = undo.enter_context(_stream_to(true_stdout, own))
        if errors is not None:
            sys.stdout = _lent(errors)
        if restore:
            undo.callback(setattr, sys, "stdout", own)
        yield out
        if out is not None:
            out.flush()


@contextmanager
def lent_streams() -> Iterator[None]:
    """Standard streams that user code may close, wrap, detach and replace: at the end the ones from before are back.

    Where stderr is no descriptor but an object that the caller has put there, user code gets that object.
    """
    before = {name: getattr(sys, name) for name in _STREAMS}
    lent = [_lent(sys.stderr), _lent(sys.stderr)]
    for name, stream in zip(_STREAMS, lent * 2, strict=True):
        setattr(sys, name, stream)
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr, *lent):
            _flush(stream)
        for name, stream in before.items():
            setattr(sys, name, stream)


def _lent(errors: TextIO) -> TextIO:
    if errors is None or not _writes_to(errors, _STDERR):
        return errors
    return open(_STDERR, "w", buffering=1, encoding=errors.encoding, errors="backslashreplace", closefd=False)


def _detour() -> int | None:
    """Lets descriptor 1 lead where 2 does, and gives a duplicate of what it was; `None` where there is nothing to do.

    Standard streams may be closed, and both may be one file.
    """
    try:
        if os.path.sameopenfile(_STDOUT, _STDERR):
            return None
        saved = os.dup(_STDOUT)
        os.dup2(_STDERR, _STDOUT)
    except OSError:
        return None
    return saved


def _end_detour(saved: int) -> None:
    _flush(sys.__stdout__)
    flush_c_library()
    os.dup2(saved, _STDOUT)


def flush_c_library() -> None:
    """Extension modules print into a buffer of the C library, which must empty before stdout is itself again."""
    import ctypes

    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).fflush(None)


def _stream_to(descriptor: int, like: TextIO) -> TextIO:
    return open(os.dup(descriptor), "w", encoding=like.encoding, errors=like.errors)  # noqa: PTH123 - no path


def _writes_to(stream: TextIO | None, descriptor: int) -> bool:
    try:
        return stream is not None and stream.fileno() == descriptor
    except (OSError, ValueError):
        return False


def _flush(stream: TextIO | None) -> None:
    with suppress(OSError, ValueError, AttributeError):  # user code may have closed it, or put anything in its place
        if stream is not None:
            stream.flush()
