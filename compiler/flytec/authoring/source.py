"""Where in the user's source an entity was made."""

import sys
import traceback
from collections.abc import Callable
from inspect import unwrap
from pathlib import Path
from types import FrameType
from typing import Any

from flytec.diagnostics import Location

_PACKAGE = str(Path(__file__).resolve().parent.parent) + "/"
_ARGUMENTS = _PACKAGE + "authoring/arguments.py"
# Generated code, such as a dataclass's __init__, has no file that a person could open.
_NOT_USERS = (_PACKAGE, "<")
_STANDARD_LIBRARY = str(Path(traceback.__file__).parent) + "/"


def user_frame() -> FrameType | None:
    """The innermost stack frame that lies outside flytec: the line of the user's that called into it."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(_NOT_USERS):
        frame = frame.f_back
    return frame


def caller_location() -> Location | None:
    """The place of `user_frame`."""
    # Asked for at every call in every body; who calls this is flytec's own.
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename.startswith(_NOT_USERS):
        frame = frame.f_back
    return None if frame is None else Location(frame.f_code.co_filename, frame.f_lineno)


def declaration_location(instance: object) -> Location | None:
    """The place where the user makes `instance`: behind the constructors of the user's own classes that it passes."""
    frame = user_frame()
    while frame is not None and (_is_ours(frame.f_code.co_filename) or _constructs(frame, instance)):
        frame = frame.f_back
    return None if frame is None else Location(frame.f_code.co_filename, frame.f_lineno)


def instantiating_module() -> str | None:
    """The name of the innermost user module whose top level is being executed, `None` where it is `__main__`."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        if code.co_name == "<module>" and not _is_ours(code.co_filename):
            name = frame.f_globals.get("__name__")
            return name if isinstance(name, str) and name != "__main__" else None
        frame = frame.f_back
    return None


def function_location(function: Callable[..., Any]) -> Location | None:
    """The first line of the function's definition, seen through `functools.wraps`; its decorators are part of it."""
    if hasattr(function, "__wrapped__"):
        function = unwrap(function)
    code = getattr(function, "__code__", None)
    return None if code is None else Location(code.co_filename, code.co_firstlineno)


def _is_ours(filename: str) -> bool:
    return filename.startswith((_PACKAGE, "<frozen importlib"))


def user_failure(error: BaseException) -> tuple[Location | None, tuple[str, ...]]:
    """Where in the user's source an exception was raised, and the stack frames that lead there, innermost last.

    Frames of flytec itself and of the standard library are left out.
    """
    rows = [
        row
        for row in traceback.extract_tb(error.__traceback__)
        if not _is_ours(row.filename) and _is_users(row.filename)
    ]
    frames = tuple(f"{row.filename}:{row.lineno} in {row.name}: {row.line}" for row in rows)
    return (Location(rows[-1].filename, rows[-1].lineno or 0) if rows else None), frames


def is_own_fault(error: BaseException) -> bool:
    """Whether an exception was raised by flytec's code itself, and not by what it called or was called by."""
    rows = traceback.extract_tb(error.__traceback__, limit=-1)
    return bool(rows) and rows[-1].filename.startswith(_PACKAGE) and not hands_over(rows[-1].filename, rows[-1].name)


def hands_over(filename: str, function: str) -> bool:
    """Whether a frame is that of `takes`: if a call has arguments that nothing takes, its caller is to blame."""
    return filename == _ARGUMENTS and function == "checked"


def _constructs(frame: FrameType, instance: object) -> bool:
    code = frame.f_code
    if code.co_name != "__init__" or not code.co_varnames:
        return False
    return frame.f_locals.get(code.co_varnames[0]) is instance


def _is_users(filename: str) -> bool:
    return not filename.startswith((_STANDARD_LIBRARY, "<"))
