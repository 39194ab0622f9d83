"""Findings, where they are, and the exceptions that carry them.

FlytecError                 base; carries findings and an exit code
├── UserError               the user's program has findings                    exit 1
├── CannotRunError          usage, settings or I/O stand in the way            exit 2
├── NothingToCompileError   no entity where we looked                          exit 3
└── InternalError           our own fault                                      exit 70
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from flytec.codes import INTERNAL, NOTHING_TO_COMPILE, Code
from flytec.records import dataclass


class Severity(Enum):
    """How much a finding weighs: an error stops the emission, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(NamedTuple):
    """A place in a file: `line` counts from 1, 0 says that the line is not known."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a finding is about, where that is part of an emitted message.

    `kind` and `name` are those of the task, workflow or launch plan, `node` is the id of the workflow's node, `field`
    the path in the message; `file` is where the message was read from, empty where it was made from source.
    """

    kind: str
    name: str
    node: str = ""
    field: str = ""
    file: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding.

    `message` is one line that says what is, then what was expected; `hint` is one imperative sentence;
    `frames` are the user's own stack frames, innermost last, shown on request only.
    """

    code: Code
    message: str
    severity: Severity = Severity.ERROR
    location: Location | None = None
    hint: str = ""
    notes: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    subject: Subject | None = None

    def at(self, location: Location | None) -> "Diagnostic":
        """The same finding at `location`, unless it has a place already."""
        return self if self.location is not None or location is None else replace(self, location=location)

    def sort_key(self) -> tuple[str, int, str, str, str, str]:
        """Orders by file, line, code and text, so that a set of findings prints the same way every time."""
        where, about = self.location or Location(""), self.subject
        subject = (str(about), about.field) if about else ("", "")
        return (where.path, where.line, self.code.id, self.message, *subject)


class DiagnosticSet:
    """Findings in the order of their place, each of them once."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Iterable[Diagnostic] = ()) -> None:
        self._rows = tuple(sorted(dict.fromkeys(rows), key=Diagnostic.sort_key))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __or__(self, other: Iterable[Diagnostic]) -> "DiagnosticSet":
        return DiagnosticSet((*self._rows, *other))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that stop an emission."""
        return tuple(row for row in self._rows if row.severity is Severity.ERROR)


class FlytecError(Exception):
    """Carries findings across a stage; `exit_code` is what the command line returns for it."""

    exit_code = 70

    def __init__(self, *findings: Diagnostic) -> None:
        self.findings = DiagnosticSet(findings)
        super().__init__(
            "; ".join(f"{row.location}: {row.message}" if row.location else row.message for row in findings)
        )


class UserError(FlytecError):
    """The user's program has findings."""

    exit_code = 1


class CannotRunError(FlytecError):
    """Usage, settings or I/O stand in the way."""

    exit_code = 2


class NothingToCompileError(FlytecError):
    """No entity was found; the message says where we looked."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(Diagnostic(code=NOTHING_TO_COMPILE, message=message, hint=hint))


class InternalError(FlytecError):
    """A fault of flytec's own, with the place in the user's program that led to it."""

    exit_code = 70

    def __init__(self, message: str, location: Location | None = None) -> None:
        super().__init__(Diagnostic(code=INTERNAL, message=message, location=location))


def user_error(code: Code, message: str, *, at: Location | None = None, hint: str = "") -> UserError:
    """A `UserError` with one finding, for raising."""
    return UserError(Diagnostic(code=code, message=message, location=at, hint=hint))


def cannot_run(code: Code, message: str, *, at: Location | None = None, hint: str = "") -> CannotRunError:
    """A `CannotRunError` with one finding, for raising."""
    return CannotRunError(Diagnostic(code=code, message=message, location=at, hint=hint))
