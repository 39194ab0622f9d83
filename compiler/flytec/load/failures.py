"""Exceptions of user modules as findings: where in the user's code, what went wrong, and what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from linecache import checkcache, getline
from pathlib import Path
from types import CodeType, ModuleType, TracebackType

from flytec.authoring.recorder import placeholders_are_about
from flytec.authoring.replaced import PlaceholderError, suspicion
from flytec.authoring.source import hands_over
from flytec.codes import INTERNAL, MODULE_EXITED, MODULE_FAILED, Code
from flytec.diagnostics import Diagnostic, FlytecError, Location
from flytec.load.loader import is_loading
from flytec.load.plan import PlannedModule
from flytec.load.scope import Scope
from flytec.load.standin import UnsupportedModuleError, UnsupportedNameError, is_lookup
from flytec.records import dataclass

# What is noted where it is raised.
_TOLD = (UnsupportedModuleError, UnsupportedNameError, PlaceholderError)
_SHOWN_FRAMES = 15  # from either end of a long stack
_TEXT_LIMIT = 400
_EXIT_HINT = 'guard the call with if __name__ == "__main__"'
_METACLASS_HINT = "install the library of each base class: one that is not installed has a metaclass of flytec's"
_CYCLE_HINT = "break the cycle of imports, for example by importing inside the function that needs the name"


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception that ended the import of one or more modules.

    `modules` are the user's modules that it went through, the one in which it arose last.
    """

    error: BaseException
    summary: str
    modules: tuple[str, ...]
    location: Location
    frames: tuple[str, ...]
    in_flytec: bool


def failure_of(error: BaseException, planned: PlannedModule, scope: Scope) -> Failure:
    """Reads from an exception's traceback what it means to the user's modules."""
    stack = [(link.tb_frame.f_code, link.tb_lineno) for link in _links(error.__traceback__)]
    users = [(code, line) for code, line in stack if scope.has_file(code.co_filename)]
    modules = dict.fromkeys((planned.name, *_modules_in(error.__traceback__, scope)))
    location = Location(users[-1][0].co_filename, users[-1][1]) if users else Location(planned.path)
    if isinstance(error, SyntaxError) and error.filename and scope.has_file(error.filename):
        location = Location(error.filename, error.lineno or 0)
        modules.setdefault(scope.module_name(error.filename))
    return Failure(
        error=error,
        summary=_one_line(error),
        modules=tuple(modules),
        location=location,
        frames=_frames(users),
        in_flytec=bool(users) and _ends_in_flytec(stack, scope),
    )


def findings_of(failure: Failure, scope: Scope, star_files: frozenset[str]) -> tuple[Diagnostic, ...]:
    """The findings that an authoring error carries, or one that tells of any other exception.

    None where the exception answers to a name of flytekit's that is not to be had, or to a question about a
    placeholder: the stand-in and the placeholders have told of that.
    """
    error = failure.error
    if isinstance(error, FlytecError):
        rows = (row.at(failure.location) for row in error.findings)
        return tuple(replace(row, frames=row.frames or failure.frames) for row in rows)
    if any(isinstance(each, _TOLD) for each in _behind(error)):
        return ()
    if failure.in_flytec and placeholders_are_about():
        return (suspicion(f"module {failure.modules[-1]} fails", failure.summary, failure.location),)
    code, message, hint = _told(failure, scope)
    if isinstance(error, NameError) and failure.location.path in star_files and not hint:
        hint = "import the name itself: if it is flytekit's, the stand-in does not have it"
    cause = error.__cause__
    return (
        Diagnostic(
            code=code,
            message=message,
            location=failure.location,
            hint=hint,
            notes=(f"caused by {_one_line(cause)}",) if cause is not None else (),
            frames=failure.frames,
        ),
    )


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """The exceptions that were being handled when this one was raised."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        error = error.__cause__ or error.__context__
        if error is not None:
            yield error


def _told(failure: Failure, scope: Scope) -> tuple[Code, str, str]:
    """Code, message and hint for an exception that is none of flytec's."""
    module, error = f"module {failure.modules[-1]}", failure.error
    if failure.in_flytec:
        return INTERNAL, f"flytec fails on {module}: {failure.summary}", "report it, with this line of the module"
    match error:
        case SystemExit():
            return MODULE_EXITED, f"{module} exits{_status(error)} while it is imported", _EXIT_HINT
        case ModuleNotFoundError(name=str(name)) if name:
            return MODULE_FAILED, *_missing(module, name, scope)
        case ImportError() | AttributeError() if "partially initialized module" in _text(error):
            return MODULE_FAILED, f"{module} raises {failure.summary}", _CYCLE_HINT
        case ImportError() | AttributeError() if folder := _bare_folder(error, scope):
            name = Path(folder).name
            hint = f"install {name}, or replace it with --placeholder {name}: {folder} is taken for it, a folder only"
            return MODULE_FAILED, f"{module} raises {failure.summary}", hint
        case TypeError() if "metaclass conflict" in _text(error):
            return MODULE_FAILED, f"{module} raises {failure.summary}", _METACLASS_HINT
        case KeyError(args=(name,)) if name in failure.modules and not failure.frames:
            return MODULE_FAILED, f"module {name} takes itself out of sys.modules while it is imported", ""
        case _:
            return MODULE_FAILED, f"{module} raises {failure.summary}", ""


def _bare_folder(error: ImportError | AttributeError, scope: Scope) -> str | None:
    """The folder of the user's that stands for the module in question, though it is no package."""
    module = sys.modules.get(error.name or "") if isinstance(error, ImportError) else error.obj
    attributes = module.__dict__ if isinstance(module, ModuleType) else {}
    if attributes.get("__file__") is not None:
        return None
    return next((str(path) for path in attributes.get("__path__", ()) if scope.has_folder(str(path))), None)


def _missing(module: str, name: str, scope: Scope) -> tuple[str, str]:
    top = name.partition(".")[0]
    if scope.has_top(top):
        return f"{module} imports {name}, and there is no such module below {' or '.join(scope.roots)}", ""
    if top == name or not _is_installed(top):
        hint = f"install {top} here, or import it in the bodies of the tasks that use it"
        return f"{module} needs {name}, which is not installed in this environment", hint
    return f"{module} needs {name}, which the installed {top} does not have", ""


def _is_installed(top: str) -> bool:
    try:
        return find_spec(top) is not None
    except (ImportError, ValueError):
        return top in sys.modules


def _status(error: SystemExit) -> str:
    """The status as `sys.exit` takes it: a number, or a message that means 1."""
    match error.code:
        case None:
            return ""
        case int(number):
            return f" with status {number}"
        case _:
            return f" with {_cut(_text(error))!r}"


def _one_line(error: BaseException) -> str:
    # A SyntaxError's text repeats the line.
    text = error.msg if isinstance(error, SyntaxError) and error.msg else _text(error)
    text = _cut(" ".join(text.split()))
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return "(its message cannot be shown)"


def _cut(text: str) -> str:
    return text if len(text) <= _TEXT_LIMIT else f"{text[:_TEXT_LIMIT]} ..."


def _frames(stack: list[tuple[CodeType, int]]) -> tuple[str, ...]:
    """One line a frame, with the source; of a very long stack, both ends."""
    for file in {code.co_filename for code, _ in stack}:
        checkcache(file)
    left_out = len(stack) - 2 * _SHOWN_FRAMES
    if left_out <= 0:
        return tuple(_frame(*row) for row in stack)
    head, tail = stack[:_SHOWN_FRAMES], stack[-_SHOWN_FRAMES:]
    return (*(_frame(*row) for row in head), f"... {left_out} more ...", *(_frame(*row) for row in tail))


def _frame(code: CodeType, line: int) -> str:
    return f"{code.co_filename}:{line} in {code.co_name}: {getline(code.co_filename, line).strip()}"


def _modules_in(link: TracebackType | None, scope: Scope) -> Iterator[str]:
    """The modules whose top level an exception went through."""
    for each in _links(link):
        name = each.tb_frame.f_globals.get("__name__")
        code = each.tb_frame.f_code
        if code.co_name == "<module>" and isinstance(name, str) and scope.has_file(code.co_filename):
            yield name


def _ends_in_flytec(stack: list[tuple[CodeType, int]], scope: Scope) -> bool:
    """Whether flytec's code, rather than the user's, called last: its own, or that of a library."""
    for code, _ in reversed(stack):
        if scope.has_file(code.co_filename):
            return False
        hands_on = is_loading(code) or is_lookup(code) or hands_over(code.co_filename, code.co_name)
        if scope.is_flytec(code.co_filename) and not hands_on:
            return True
    return False


def _links(link: TracebackType | None) -> Iterator[TracebackType]:
    while link is not None:
        yield link
        link = link.tb_next
