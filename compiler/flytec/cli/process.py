"""The process around a command: its standard streams, and an end that user code cannot hold up."""

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn, TextIO


def open_standard_streams() -> None:
    """Gives a process that was started without stdin, stdout or stderr the null device in their place.

    Otherwise the next file that is opened would take the number of the missing one, and get what is written there.
    """
    for descriptor, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(descriptor)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # the lowest number that is free: this one
        if getattr(sys, name) is None:
            stream = open(descriptor, "w" if descriptor else "r", closefd=False)  # noqa: SIM115 - for good
            setattr(sys, name, stream)


def is_own(stream: TextIO, descriptor: int) -> bool:
    """Whether a stream is the one that the process was started with, as against what a test put there."""
    try:
        return stream.fileno() == descriptor
    except (OSError, ValueError):
        return False


def has_run_user_code() -> bool:
    """Whether modules of the user's may have been loaded: only what is imported for that purpose can do it."""
    return "flytec.load.session" in sys.modules


def end(code: int) -> NoReturn:
    """Ends the process, whatever threads of the user's are still running; exit handlers run, and print to stderr."""
    from flytec.load.streams import flush_c_library

    _flush()
    with suppress(OSError):
        os.dup2(2, 1)
    with suppress(BaseException):
        atexit._run_exitfuncs()
    _flush()
    flush_c_library()
    os._exit(code)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
