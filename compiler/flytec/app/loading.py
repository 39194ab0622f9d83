"""Loading by way of placeholders, where modules are not installed and the settings have them replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from flytec.authoring.recorder import Recorder
from flytec.codes import REPLACED_MODULE
from flytec.diagnostics import Diagnostic, FlytecError, Location, Severity
from flytec.load.missing import MissingPolicy, PlaceholdersNeededError
from flytec.load.scope import Scope
from flytec.load.session import Session
from flytec.settings import ToolSettings

T = TypeVar("T")

# How much of two names has to be the same for one to be taken for the other, misspelled.
_LIKE = 0.85


def recorder_of(tool: ToolSettings) -> Recorder:
    """A new recorder, told what the settings say of plug-ins and types."""
    return Recorder(tool.package_root, tool.plugins, tool.types)


def with_placeholders(tool: ToolSettings, load: Callable[[MissingPolicy | None], T]) -> T:
    """What `load` gives, which opens a session by the policy; it is done twice where it turns out to need placeholders.

    Raises: what `load` raises.
    """
    named, replaces_all = frozenset(tool.placeholders), tool.missing_imports == "placeholder"
    if not named and not replaces_all:
        return load(None)
    first = MissingPolicy(named, replaces_all, is_guarded=bool(named))
    try:
        result = load(first)
    except (PlaceholdersNeededError, FlytecError):
        if not first.is_wanted:
            raise
    else:
        if not first.is_wanted:
            return result
    return load(MissingPolicy(named, replaces_all, is_guarded=True))


def with_refusals(findings: Iterable[Diagnostic], session: Session) -> tuple[Diagnostic, ...]:
    """The findings of a session, with those about its placeholders that no exception has brought."""
    told = tuple(findings)
    if session.absent is None or not session.absent.replaced.modules:
        return told
    replaced = session.absent.replaced
    noted = (row for row in replaced.findings if not any(_tells(each, row) for each in told))
    return (*told, *noted, _note(replaced.modules, session.scope))


def replaced_modules(session: Session) -> tuple[str, ...]:
    """The names of the modules that placeholders stand for."""
    return () if session.absent is None else tuple(sorted(session.absent.replaced.modules))


def _note(modules: Mapping[str, Location | None], scope: Scope) -> Diagnostic:
    names = sorted(modules)
    return Diagnostic(
        code=REPLACED_MODULE,
        severity=Severity.NOTE,
        message=f"placeholders stand for {', '.join(names)}",
        notes=tuple(_resemblances(names, scope)),
        frames=tuple(f"{modules[name]} imports {name}" for name in names if modules[name] is not None),
    )


def _resemblances(names: Sequence[str], scope: Scope) -> Iterator[str]:
    """What may be misspelled names of the user's own modules."""
    from difflib import get_close_matches

    own = sorted(scope.tops())
    for name in names:
        for known in get_close_matches(name, own, n=1, cutoff=_LIKE):
            yield f"did you mean {known}, which is among the sources, by {name}?"


def _tells(told: Diagnostic, row: Diagnostic) -> bool:
    here = row.location is None or told.location == row.location
    return told.code is row.code and here and row.message in told.message
