"""What a compilation knows of the modules that placeholders stand for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from flytec.codes import DECORATED_BY_MISSING, DEPENDS_ON_MISSING
from flytec.diagnostics import Diagnostic, Location, Severity, UserError


class PlaceholderError(UserError):
    """User code wanted to know what a placeholder stands for."""


def suspicion(what: str, error: str, at: Location | None) -> Diagnostic:
    """The finding for `what`, a subject and a verb, which failed with `error` while placeholders were about."""
    return Diagnostic(
        code=DEPENDS_ON_MISSING,
        message=f"{what} ({error}), maybe over a value of a module that is not installed",
        location=at,
        hint="compile with --missing-imports error where the modules are installed; report it if that fails as well",
    )


class Replaced:
    """The modules that are replaced: names and, for each, the line that first imported it.

    `is_users` tells the user's files from others. `findings` say what user code wanted to know of placeholders, and
    what may have gone unseen; they count whether or not an exception has come through.
    """

    def __init__(self, is_users: Callable[[str], bool]) -> None:
        self.is_users = is_users
        self.modules: dict[str, Location | None] = {}
        self.findings: dict[Diagnostic, None] = {}

    def refusal(self, library: str, what: str, hint: str = "", *, at: Location | None = None) -> PlaceholderError:
        """What to raise at a use of a placeholder for `library` that hangs on the library; noted here, too.

        `what` is a sentence that says what is done with which expression; `at` the line, where it is not the one that
        runs.
        """
        finding = Diagnostic(
            code=DEPENDS_ON_MISSING,
            message=f"{what}; that hangs on {library}, for which a placeholder stands",
            location=at or self._place(),
            hint=hint or f"do this in the body of the task that needs it, or install {library}",
        )
        self.findings.setdefault(finding)
        return PlaceholderError(finding)

    def note_decorated(self, library: str, decorator: str, function: Callable[..., Any]) -> None:
        """Warns that a function of the user's goes through a placeholder, which might have made a task of it."""
        finding = Diagnostic(
            code=DECORATED_BY_MISSING,
            severity=Severity.WARNING,
            message=f"{function.__qualname__} is given to {decorator}, for which a placeholder stands: were it to make "
            "a task or workflow of it, the output would lack that",
            location=self._place(),
            hint=f"install {library} if it declares anything for Flyte",
        )
        self.findings.setdefault(finding)

    def _place(self) -> Location | None:
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and not self.is_users(frame.f_code.co_filename):
            frame = frame.f_back
        return None if frame is None else Location(frame.f_code.co_filename, frame.f_lineno)
