"""Work that only computes, done in a second process while this one goes on."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def aside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begins `work` in a copy of this process; what is given waits for its result.

    `work` must change nothing, and give what can be pickled. Where it cannot be done aside, or does not come to its
    end there, it is done here, when the result is asked for: what it raises, it raises here. It is not done aside where
    other threads are running, which a copy of the process would not have, and where there is one processor only.
    """
    copy = _started(work) if _can_copy() else None
    if copy is None:
        yield work
        return
    process, pipe = copy
    asked = False

    def result() -> T:
        nonlocal asked
        asked = True
        return _result(pipe, work)

    try:
        yield result
    finally:
        os.close(pipe)
        if not asked:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        with suppress(ChildProcessError):  # the system may be told to forget children
            os.waitpid(process, 0)


def _can_copy() -> bool:
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _started(work: Callable[[], object]) -> tuple[int, int] | None:
    """The number of the process that does the work, and the end of the pipe that its result comes out of."""
    result, into = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(result)
        os.close(into)
        return None
    if process == 0:
        _work_and_end(work, into)
    os.close(into)
    return process, result


def _work_and_end(work: Callable[[], object], into: int) -> None:
    try:
        data = pickle.dumps(work(), protocol=pickle.HIGHEST_PROTOCOL)
        with os.fdopen(into, "wb") as pipe:
            # The length is in front: a process that is killed leaves less.
            pipe.write(len(data).to_bytes(8, "little") + data)
    finally:
        # Whatever happened: only the first process goes on from here.
        os._exit(0)


def _result(pipe: int, work: Callable[[], T]) -> T:
    with os.fdopen(pipe, "rb", closefd=False) as stream:
        size, data = int.from_bytes(stream.read(8), "little"), stream.read()
    if not data or len(data) != size:
        return work()
    result: T = pickle.loads(data)
    return result
