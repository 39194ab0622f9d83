"""Work in a second process gives its result or none, whatever becomes of that process."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from flytec.app import aside
from flytec.codes import MISMATCHING_TYPES
from flytec.diagnostics import Diagnostic, Location, Severity, Subject

FINDING = Diagnostic(
    code=MISMATCHING_TYPES,
    message="float is compared with int",
    severity=Severity.WARNING,
    location=Location("flows.py", 3),
    notes=("a note",),
    subject=Subject(kind="workflow", name="flows.wf", node="n0", field="template"),
)
HERE = os.getpid()
BEYOND_THE_BUFFERS = 1_000_000


@pytest.fixture(autouse=True)
def copying(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runner has threads of its own."""
    monkeypatch.setattr(aside, "_can_copy", lambda: True)


def result_of(work: Callable[[Iterator[bytes]], object], *rows: bytes) -> object:
    with closing(aside.Aside(work)) as process:
        process.begin()
        for row in rows:
            process.send(row)
        return process.result()


def test_it_is_done_elsewhere_on_the_rows_in_their_order() -> None:
    process, rows = result_of(lambda rows: (os.getpid(), list(rows)), b"one", b"", b"three")  # type: ignore[misc]
    assert process != HERE
    assert rows == [b"one", b"", b"three"]


def test_rows_are_worked_on_as_they_come(tmp_path: Path) -> None:
    def work(rows: Iterator[bytes]) -> int:
        return sum((tmp_path / row.decode()).write_bytes(b"") + 1 for row in rows)

    with closing(aside.Aside(work)) as process:
        process.begin()
        process.send(b"first")
        process.send(bytes(BEYOND_THE_BUFFERS))
        while not (tmp_path / "first").exists():
            os.sched_yield()


def test_findings_come_back_as_they_are() -> None:
    (finding,) = result_of(lambda _: [FINDING])  # type: ignore[misc]
    assert finding == FINDING
    assert finding.code is MISMATCHING_TYPES


def test_a_result_larger_than_the_pipe_comes_whole() -> None:
    assert result_of(lambda _: bytes(BEYOND_THE_BUFFERS)) == bytes(BEYOND_THE_BUFFERS)


def test_it_ends_where_another_process_holds_the_pipe_open() -> None:
    with closing(aside.Aside(list)) as process:
        process.begin()
        holder = os.fork()
        if not holder:
            signal.pause()
        process.send(b"row")
        assert process.result() == [b"row"]
    os.kill(holder, signal.SIGKILL)
    os.waitpid(holder, 0)


def raises(_rows: Iterator[bytes]) -> None:
    os.close(2)  # the traceback would stand in the test's output
    raise ValueError


def is_killed(_rows: Iterator[bytes]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def is_killed_on_the_way(rows: Iterator[bytes]) -> None:
    next(rows)
    is_killed(rows)


def gives_a_lock(_rows: Iterator[bytes]) -> object:
    return threading.Lock()


@pytest.mark.parametrize("work", [raises, is_killed, is_killed_on_the_way, gives_a_lock])
def test_what_fails_there_has_no_result(work: Callable[[Iterator[bytes]], object]) -> None:
    assert result_of(work, *[bytes(1000)] * 1000) is None


def test_nobody_waits_for_a_result_that_is_not_asked_for(tmp_path: Path) -> None:
    begun = tmp_path / "begun"

    def work(_rows: Iterator[bytes]) -> None:
        (tmp_path / "draft").write_text(str(os.getpid()))
        (tmp_path / "draft").rename(begun)
        threading.Event().wait()

    with closing(aside.Aside(work)) as process:
        process.begin()
        while not begun.exists():
            os.sched_yield()
    with pytest.raises(ChildProcessError):
        os.waitpid(int(begun.read_text()), os.WNOHANG)


def test_there_is_no_copy_without_a_second_processor_or_with_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert result_of(list) is None
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert result_of(list) is None


def test_there_is_no_copy_without_room_for_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)
    assert result_of(list) is None
