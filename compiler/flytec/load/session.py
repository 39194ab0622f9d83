"""A scope in which user modules load: what they change of the process is undone at its end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flytec.authoring.rows import StandInTable
from flytec.load.plan import LoadPlan
from flytec.load.scope import Scope
from flytec.load.standin import StandInFinder, hide_flytekit


@dataclass(frozen=True, slots=True)
class Session:
    """The scope's parts that loading needs."""

    scope: Scope
    finder: StandInFinder | None


@contextmanager
def isolated(plan: LoadPlan, table: StandInTable | None) -> Iterator[Session]:
    """Loads with the stand-in of `table` in flytekit's place, or without one where it is `None`."""
    scope = Scope(plan)
    finder = None if table is None else StandInFinder(table)
    path, meta_path, cwd = list(sys.path), list(sys.meta_path), os.getcwd()
    hidden = hide_flytekit() if finder else {}
    before = set(sys.modules)
    sys.path[:0] = scope.roots
    if finder:
        sys.meta_path.insert(0, finder)
    try:
        with _stdout_to_stderr():
            yield Session(scope, finder)
    finally:
        sys.path[:], sys.meta_path[:] = path, meta_path
        os.chdir(cwd)
        if finder:
            hide_flytekit()
        for name in set(sys.modules) - before:
            if scope.has_module(name, sys.modules[name]):
                del sys.modules[name]
        sys.modules.update(hidden)


@contextmanager
def _stdout_to_stderr() -> Iterator[None]:
    sys.stdout.flush()
    saved_stream, saved = sys.stdout, os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    try:
        yield
    finally:
        sys.stdout = saved_stream
        os.dup2(saved, 1)
        os.close(saved)
