"""What user code can change of the process, taken down before it runs and put back after."""

from __future__ import annotations

import builtins
import os
import signal
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_FAILED = 1
_HOOKS = ("excepthook", "displayhook", "unraisablehook", "stdin", "stderr", "dont_write_bytecode")
_LISTS = ("argv", "path", "meta_path", "path_hooks", "warnoptions")


@contextmanager
def process_restored() -> Iterator[None]:
    """Puts back, at its end, the working folder, environment, import paths, hooks, signal handlers and the like.

    Not standard output, which `stdout_to_stderr` sees to, nor `sys.modules`.
    """
    folder, environment, mask = working_folder(), dict(os.environ), _umask()
    hooks = {name: getattr(sys, name) for name in _HOOKS}
    lists = {name: (getattr(sys, name), list(getattr(sys, name))) for name in _LISTS}
    functions = dict(vars(builtins))
    thread_hook, depth, handlers = threading.excepthook, sys.getrecursionlimit(), _signal_handlers()
    try:
        with warnings.catch_warnings():
            yield
    finally:
        builtins.__dict__.update(functions)  # first, since the rest uses them
        for name in builtins.__dict__.keys() - functions.keys():
            delattr(builtins, name)
        go_to(folder)
        os.umask(mask)
        if environment != dict(os.environ):
            os.environ.clear()
            os.environ.update(environment)
        for name, value in hooks.items():
            setattr(sys, name, value)
        for name, (same, items) in lists.items():
            same[:] = items
            setattr(sys, name, same)
        threading.excepthook = thread_hook
        sys.setrecursionlimit(depth)
        _restore_handlers(handlers)


def working_folder() -> str | None:
    """The working folder, `None` where it was deleted."""
    try:
        return os.getcwd()  # noqa: PTH109 - asked for after every module, and Path.cwd takes ten times as long
    except OSError:
        return None


def process_number() -> int:
    """What tells a process from those that it forks."""
    return os.getpid()


def end_if_forked(from_process: int, error: BaseException | None = None) -> None:
    """Ends a child process that a user module has forked, and that comes back to flytec instead of ending.

    One process compiles: a child would load and write everything a second time. What ended the module in the child
    decides the status that its parent may wait for.
    """
    if os.getpid() == from_process:
        return
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):
            stream.flush()
    status = error.code if isinstance(error, SystemExit) else error and _FAILED
    os._exit(status if isinstance(status, int) else _FAILED if status else 0)


def go_to(folder: str | None) -> None:
    """Makes `folder` the working folder again, if it is there and is not that already."""
    if folder is not None and working_folder() != folder:
        with suppress(OSError):
            os.chdir(folder)


def _umask() -> int:
    mask = os.umask(0o077)  # the only way to read it is to set it
    os.umask(mask)
    return mask


def _signal_handlers() -> dict[int, Any]:
    """The handlers that can be put back: none outside of the main thread, and none that C code has set."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    handlers = {number: signal.getsignal(number) for number in signal.valid_signals()}
    return {number: handler for number, handler in handlers.items() if handler is not None}


def _restore_handlers(handlers: dict[int, Any]) -> None:
    for number, handler in handlers.items():
        if signal.getsignal(number) is not handler:
            with suppress(OSError, ValueError):
                signal.signal(number, handler)
