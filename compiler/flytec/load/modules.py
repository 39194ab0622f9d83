"""`sys.modules` around a session: user modules and flytekit are absent at its start, and gone at its end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import FunctionType, ModuleType

from flytec.authoring.placeholders import MissingModule, Placeholder
from flytec.load.scope import Scope
from flytec.load.standin import PACKAGES

_OURS = frozenset({"flytec", "flytecpb"})


@contextmanager
def fresh_modules(scope: Scope, *, hide_flytekit: bool) -> Iterator[None]:
    """Lets user modules load as in a new process, and brings back all that was loaded before.

    Installed modules that load meanwhile stay, since some cannot load twice; with `hide_flytekit`, not those that got
    hold of the stand-in. Likewise those are hidden that hold names of a flytekit which was loaded before.
    """
    before = dict(sys.modules)
    real_flytekit = hide_flytekit and not PACKAGES.isdisjoint(before)
    _drop(
        name
        for name, module in before.items()
        if scope.has_module(name, module)
        or (hide_flytekit and _top(name) in PACKAGES)
        or (real_flytekit and _refers_to(module, name, PACKAGES))
    )
    _forget_listings(scope)
    try:
        yield
    finally:
        _drop(
            name
            for name, module in list(sys.modules.items())
            if name not in before
            and (scope.has_module(name, module) or (hide_flytekit and _refers_to(module, name, PACKAGES | _OURS)))
        )
        sys.modules.update(before)
        _forget_listings(scope)


def loaded_files(scope: Scope) -> tuple[str, ...]:
    """The files of the user's modules that are loaded now, in the order in which they were."""
    found = dict.fromkeys(
        file
        for name, module in list(sys.modules.items())
        if scope.has_module(name, module) and isinstance(file := getattr(module, "__dict__", {}).get("__file__"), str)
    )
    return tuple(found)


def _drop(names: Iterable[str]) -> None:
    """Takes modules away when all are known: where a package without `__init__.py` lies, the package above it says."""
    for name in list(names):
        sys.modules.pop(name, None)


def _forget_listings(scope: Scope) -> None:
    """Python remembers what a folder holds, by its time stamp, which is too coarse for a change within a moment."""
    for folder in list(sys.path_importer_cache):
        if scope.has_folder(folder):
            del sys.path_importer_cache[folder]


def _refers_to(module: object, name: str, packages: frozenset[str]) -> bool:
    """Whether an installed module is part of `packages`, or has names of theirs among its own."""
    if _top(name) in PACKAGES:
        return True
    if name == "__main__" or _top(name) in _OURS or not isinstance(module, ModuleType):
        return False
    if _top(type(module).__module__) in packages:  # the stand-in for Kubernetes' client
        return True
    contents: Mapping[str, object] = module.__dict__
    return any(_top(_home(value)) in packages for value in list(contents.values()))


def _home(value: object) -> str:
    """The module of a class or function, the name of a module, and nothing for other objects."""
    if type(value) in (Placeholder, MissingModule):
        return Placeholder.__module__
    match value:
        case ModuleType():
            home = value.__dict__.get("__name__")
        case type():
            home = value.__dict__.get("__module__")
        case FunctionType():
            home = value.__module__
        case _:
            return ""
    return home if isinstance(home, str) else ""


def _top(name: str) -> str:
    return name.partition(".")[0]
