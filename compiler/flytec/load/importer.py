"""Imports the modules of a plan, each of them whatever happens to the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, TracebackType

from flytec.codes import MIXED_ROOTS, SHADOWED_MODULE
from flytec.diagnostics import Diagnostic, Location
from flytec.load.failures import Failure, failure_of, findings_of
from flytec.load.missing import PlaceholdersNeededError
from flytec.load.plan import LoadPlan, PlannedModule
from flytec.load.scope import Scope, root_has
from flytec.load.session import Session
from flytec.records import dataclass

_NAMES_IN_A_NOTE = 5


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading found wrong, and the modules that did not load, whether they were planned or imported by others."""

    findings: tuple[Diagnostic, ...]
    failed_modules: frozenset[str]


def load_modules(plan: LoadPlan, session: Session, on_module: Callable[[str, int, int], None] | None = None) -> Loaded:
    """Imports every module of `plan`, in its order; `on_module` gets name, index and total before each.

    A failure is reported once, however many modules it takes down; a module that failed is not run again when others
    import it. KeyboardInterrupt alone ends the loading.

    Raises:
        PlaceholdersNeededError: a module is not installed, and the session is to be another one, with placeholders.
    """
    failures = _Failures()
    shadowed: list[Diagnostic] = []
    with _refusing(failures):
        for index, planned in enumerate(plan.modules):
            if on_module is not None:
                on_module(planned.name, index, len(plan.modules))
            try:
                module = import_module(planned.name)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                session.tidy(error)
                failures.add(error, planned, session.scope)
            else:
                session.tidy()
                shadowed += _shadowed(module, planned)
            if session.absent is not None and session.absent.policy.is_wanted:
                raise PlaceholdersNeededError
    stand_in = () if session.finder is None else session.finder.findings
    star_files = frozenset[str]() if session.finder is None else session.finder.star_files
    told = failures.findings(session.scope, star_files)
    others = (row for row in stand_in if not any(_same(row, known) for known in told))
    failed = failures.modules | session.user_finder.unfinished
    return Loaded((*told, *others, *shadowed, *_ambiguous(plan)), failed)


class _Failures(MetaPathFinder):
    """What failed; and, among the import hooks, what raises again the exception that a module failed with.

    Otherwise a package whose `__init__` raises would run once for each module in it.
    """

    def __init__(self) -> None:
        self._errors: dict[str, tuple[BaseException, TracebackType | None]] = {}
        self._roots: list[Failure] = []
        self._taken_down: dict[int, list[str]] = {}

    @property
    def modules(self) -> frozenset[str]:
        """The modules that failed."""
        return frozenset(self._errors)

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raises for a module that has failed before; leaves all others to the hooks that follow."""
        if fullname in self._errors:
            error, traceback = self._errors[fullname]
            raise error.with_traceback(traceback)
        return None

    def add(self, error: BaseException, planned: PlannedModule, scope: Scope) -> None:
        """Notes that the import of `planned` ended with `error`."""
        failure = failure_of(error, planned, scope)
        root = next((index for index, known in enumerate(self._roots) if _one_cause(known, failure)), None)
        if root is None:
            root = len(self._roots)
            self._roots.append(failure)
        traceback = error.__traceback__
        for name in failure.modules:
            self._errors.setdefault(name, (error, traceback))
        if planned.name != self._roots[root].modules[-1]:
            self._taken_down.setdefault(root, []).append(planned.name)

    def findings(self, scope: Scope, star_files: frozenset[str]) -> tuple[Diagnostic, ...]:
        """What the user is told: each cause once, with the number of modules that it took down."""
        rows: list[Diagnostic] = []
        for root, failure in enumerate(self._roots):
            notes = _fallout(self._taken_down.get(root, ()))
            rows += (replace(row, notes=row.notes + notes) for row in findings_of(failure, scope, star_files))
        return tuple(rows)


@contextmanager
def _refusing(failures: _Failures) -> Iterator[None]:
    sys.meta_path.insert(0, failures)
    try:
        yield
    finally:
        if failures in sys.meta_path:
            sys.meta_path.remove(failures)


def _one_cause(known: Failure, new: Failure) -> bool:
    """Whether two failures are one: the exception itself, or one like it from the same place."""
    return known.error is new.error or (known.location, known.summary) == (new.location, new.summary)


def _same(row: Diagnostic, known: Diagnostic) -> bool:
    return (row.code, row.location, row.message) == (known.code, known.location, known.message)


def _fallout(modules: Sequence[str]) -> tuple[str, ...]:
    if not modules:
        return ()
    more = len(modules) - _NAMES_IN_A_NOTE
    names = ", ".join(modules[:_NAMES_IN_A_NOTE]) + (f" and {more} more" if more > 0 else "")
    fail = "modules fail" if len(modules) > 1 else "module fails"
    return (f"{len(modules)} more {fail} because of it: {names}",)


def _shadowed(module: ModuleType, planned: PlannedModule) -> Iterator[Diagnostic]:
    """FTC109 where Python found another module of the name, so that the user's file did not run."""
    attributes = getattr(module, "__dict__", {})
    file = attributes.get("__file__") or getattr(attributes.get("__spec__"), "origin", None)
    if not isinstance(file, str) or file == planned.path or (Path(file).exists() and Path(file).samefile(planned.path)):
        return
    yield Diagnostic(
        code=SHADOWED_MODULE,
        message=f"module {planned.name} is not this file: for Python, {planned.name} is {file}",
        location=Location(planned.path),
        hint="rename the file, since the container would not find it either",
    )


def _ambiguous(plan: LoadPlan) -> Iterator[Diagnostic]:
    """FTC106 where a module that was imported lies under two of the roots: each might have meant its own."""
    if len(plan.roots) < 2:
        return
    for top in sorted({name.partition(".")[0] for name in sys.modules}):
        roots = [root for root in plan.roots if root_has(root, top)]
        if len(roots) > 1:
            yield Diagnostic(
                code=MIXED_ROOTS,
                message=f"module {top} is imported, and lies under {' and under '.join(roots)}",
                location=Location(str(Path(roots[0], top))),
                hint="compile what lies under different roots in runs of their own",
            )
