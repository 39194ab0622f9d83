"""Work that only computes, done in a second process on rows that this one makes as it goes on."""

from __future__ import annotations

import os
import pickle
import signal
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import BinaryIO, Generic, TypeVar

T = TypeVar("T")

_HEADER = struct.Struct("<BQ")
_ROW, _END = 0, 1
_BUFFER = 1 << 16


class Aside(Generic[T]):
    """A copy of this process that is sent rows and gives what `work` makes of them, in their order.

    `work` must change nothing, and give what can be pickled. There is no copy where other threads are running, which it
    would not have, and where there is one processor only; nor is there a result of one that failed. The caller then
    does the work. `close` has to be called, and ends a copy that was not asked for its result.
    """

    def __init__(self, work: Callable[[Iterator[bytes]], T]) -> None:
        self._work = work
        self._process = 0
        self._rows: BinaryIO | None = None
        self._result: BinaryIO | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether there is a copy."""
        return self._process != 0

    def begin(self) -> None:
        """Makes the copy, which has all that is known now."""
        if not _can_copy():
            return
        rows, into_rows = os.pipe()
        result, into_result = os.pipe()
        try:
            process = os.fork()
        except OSError:
            for descriptor in (rows, into_rows, result, into_result):
                os.close(descriptor)
            return
        if process == 0:
            os.close(into_rows)
            os.close(result)
            _work_and_end(self._work, rows, into_result)
        os.close(rows)
        os.close(into_result)
        self._process = process
        self._rows, self._result = os.fdopen(into_rows, "wb", _BUFFER), os.fdopen(result, "rb")

    def send(self, row: bytes) -> None:
        """Hands over a row; a copy that is not there any more is found out when it is asked for its result."""
        self._write(_ROW, row)

    def result(self) -> T | None:
        """What came of all rows, once the copy is done; None where there is none."""
        self._write(_END, b"")
        self._close_rows()
        stream, self._result = self._result, None
        if stream is None:
            return None
        with stream:
            header, data = stream.read(_HEADER.size), stream.read()
        # The length is in front: a process that is killed leaves less.
        if len(header) < _HEADER.size or len(data) != _HEADER.unpack(header)[1]:
            return None
        result: T = pickle.loads(data)
        return result

    def close(self) -> None:
        """Ends the copy, if there is one."""
        if not self.is_under_way:
            return
        if self._result is not None:
            self._result.close()
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
        self._close_rows()
        with suppress(ChildProcessError):  # the system may be told to forget children
            os.waitpid(self._process, 0)
        self._process = 0

    def _write(self, what: int, row: bytes) -> None:
        if self._rows is not None:
            try:
                self._rows.write(_HEADER.pack(what, len(row)) + row)
            except OSError:  # it has ended, or user code has closed what it did not open
                self._close_rows()

    def _close_rows(self) -> None:
        stream, self._rows = self._rows, None
        if stream is not None:
            with suppress(OSError):
                stream.close()


def _can_copy() -> bool:
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _work_and_end(work: Callable[[Iterator[bytes]], object], rows: int, into: int) -> None:
    try:
        with os.fdopen(rows, "rb", _BUFFER) as stream:
            data = pickle.dumps(work(_received(stream)), protocol=pickle.HIGHEST_PROTOCOL)
        with os.fdopen(into, "wb") as pipe:
            pipe.write(_HEADER.pack(_END, len(data)) + data)
    finally:
        # Whatever happened: only the first process goes on from here.
        os._exit(0)


def _received(stream: BinaryIO) -> Iterator[bytes]:
    """The rows up to the one that says that it is the last.

    The end of the stream says nothing: whatever user code has forked holds the other end open, too.
    """
    while True:
        what, size = _HEADER.unpack(stream.read(_HEADER.size))
        if what == _END:
            return
        yield stream.read(size)
