"""Work in a second process gives what it would give here, whatever becomes of that process."""

import os
import signal
import threading
from collections.abc import Callable
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


@pytest.fixture(autouse=True)
def copying(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runner has threads of its own."""
    monkeypatch.setattr(aside, "_can_copy", lambda: True)


def result_of(work: Callable[[], object]) -> object:
    with aside.aside(work) as result:
        return result()


def test_it_is_done_elsewhere() -> None:
    assert result_of(os.getpid) != HERE


def test_findings_come_back_as_they_are() -> None:
    (finding,) = result_of(lambda: [FINDING])
    assert finding == FINDING
    assert finding.code is MISMATCHING_TYPES


def test_a_result_larger_than_the_pipe_comes_whole() -> None:
    assert result_of(lambda: bytes(1_000_000)) == bytes(1_000_000)


def test_what_it_raises_is_raised_here() -> None:
    def work() -> None:
        raise ValueError(f"in {os.getpid()}")

    with pytest.raises(ValueError, match=f"^in {HERE}$"):
        result_of(work)


def killed_elsewhere() -> int:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def unpicklable_elsewhere() -> object:
    return HERE if os.getpid() == HERE else threading.Lock()


@pytest.mark.parametrize("work", [killed_elsewhere, unpicklable_elsewhere])
def test_what_fails_there_is_done_here(work: Callable[[], object]) -> None:
    assert result_of(work) == HERE


def test_nobody_waits_for_a_result_that_is_not_asked_for(tmp_path: Path) -> None:
    begun = tmp_path / "begun"

    def work() -> None:
        (tmp_path / "draft").write_text(str(os.getpid()))
        (tmp_path / "draft").rename(begun)
        threading.Event().wait()

    with aside.aside(work):
        while not begun.exists():
            os.sched_yield()
    with pytest.raises(ChildProcessError):
        os.waitpid(int(begun.read_text()), os.WNOHANG)


def test_without_a_second_processor_or_with_threads_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert result_of(os.getpid) == HERE
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert result_of(os.getpid) == HERE


def test_without_room_for_a_process_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)
    assert result_of(os.getpid) == HERE
