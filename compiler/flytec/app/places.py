"""Places in the user's source, as they leave flytec: relative, so that no machine's folders are in the output."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from flytec.diagnostics import Diagnostic, DiagnosticSet, Location
from flytec.ir.program import Program, Unit
from flytec.load.plan import LoadPlan, shown_location


def program_with_relative_origins(program: Program, plan: LoadPlan) -> Program:
    """The program with origins that count from the import root they lie under, in POSIX form."""
    from_root = cache(lambda path: _from_root(path, plan.roots))

    def relative(unit: Unit) -> Unit:
        if unit.origin is None:
            return unit
        path, line = unit.origin
        return unit.moved(Location(from_root(path), line))

    return Program(tuple(map(relative, program)))


def findings_as_shown(findings: Iterable[Diagnostic], cwd: str) -> DiagnosticSet:
    """The findings with places relative to the working folder, where they lie below it."""
    return DiagnosticSet(_as_shown(row, cwd) for row in findings)


def _as_shown(row: Diagnostic, cwd: str) -> Diagnostic:
    # A message may name a second place, such as that of a double.
    prefix = cwd.rstrip("/") + "/"
    return replace(
        row,
        message=row.message.replace(prefix, ""),
        notes=tuple(note.replace(prefix, "") for note in row.notes),
        frames=tuple(frame.replace(prefix, "") for frame in row.frames),
        location=row.location and shown_location(row.location, cwd),
        subject=row.subject and replace(row.subject, file=row.subject.file.removeprefix(prefix)),
    )


def _from_root(path: str, roots: Iterable[str]) -> str:
    for root in roots:
        prefix = root.rstrip(os.sep) + os.sep
        if path.startswith(prefix):
            return path[len(prefix) :].replace(os.sep, "/")
    return path
