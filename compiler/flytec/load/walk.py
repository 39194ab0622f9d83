"""The modules below a folder, in the order in which flytekit imports them.

That order is pkgutil's: entries by file name, a package before what it holds. pkgutil passes over folders without an
`__init__.py`; what lies in those comes after all the rest.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from inspect import getmodulename
from pathlib import Path

from flytec.load.plan import PlannedModule

_NO_SOURCE = frozenset({"__pycache__", "node_modules"})


@dataclass(slots=True)
class Found:
    """What a walk found: modules in order, and files that it passed over, each with the reason."""

    modules: list[PlannedModule] = field(default_factory=list)
    passed_over: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder, the dotted name of what it holds (empty for a root), and the real paths of it and the ones above."""

    path: str
    name: str
    real: frozenset[str]

    def child(self, name: str, path: str) -> "_Folder | None":
        """A folder below this one, `None` where a symbolic link leads back up."""
        real = os.path.realpath(path)
        return None if real in self.real else _Folder(path, self.dotted(name), self.real | {real})

    def dotted(self, name: str) -> str:
        return f"{self.name}.{name}" if self.name else name


@dataclass(frozen=True, slots=True)
class _Rules:
    """Which modules are scripts, that run rather than declare when they are imported."""

    runners: bool
    tooling: bool

    def reason_against(self, name: str) -> str:
        """Why a module of this name is not taken, empty where it is."""
        if name == "__main__" and not self.runners:
            return "it is the command of its package"
        if name in ("setup", "conftest") and not self.tooling:
            return "it is run by a tool, and lies in no package"
        return ""


def walk(folder: str, name: str, *, whole: bool) -> Found:
    """The modules in `folder`, whose own dotted name is `name`, empty for an import root.

    With `whole` every module of a regular package is taken, as flytekit does; without it a package's `__main__` is
    left out. Outside of packages `setup.py` and `conftest.py` are left out in both cases.

    Raises:
        OSError: a folder cannot be listed.
    """
    found = Found()
    start = _Folder(folder, name, frozenset({os.path.realpath(folder)}))
    _walk_tree(start, found, _Rules(runners=whole, tooling=whole or init_file(folder) is not None))
    return found


def init_file(folder: str) -> str | None:
    """The file that makes a folder a regular package, `None` where it is none."""
    source = Path(folder, "__init__.py")
    if source.is_file():
        return str(source)
    with os.scandir(folder) as listing:
        return min((entry.path for entry in listing if getmodulename(entry.name) == "__init__"), default=None)


def _walk_tree(folder: _Folder, found: Found, rules: _Rules) -> None:
    """Regular packages first; then each folder without an `__init__.py`, in the order of their dotted names."""
    namespaces: list[_Folder] = []
    _walk_packages(folder, found, rules, namespaces)
    for namespace in sorted(namespaces, key=lambda each: each.name):
        _walk_tree(namespace, found, _Rules(runners=False, tooling=False))


def _walk_packages(folder: _Folder, found: Found, rules: _Rules, namespaces: list[_Folder]) -> None:
    for name, entry in _entries(folder.path, found):
        if not entry.is_dir():
            if reason := rules.reason_against(name):
                found.passed_over.append((entry.path, reason))
            else:
                found.modules.append(PlannedModule(folder.dotted(name), entry.path))
        elif (child := folder.child(name, entry.path)) is not None:
            if (init := init_file(entry.path)) is not None:
                found.modules.append(PlannedModule(child.name, init))
                _walk_packages(child, found, _Rules(runners=rules.runners, tooling=True), namespaces)
            elif name not in _NO_SOURCE and not Path(entry.path, "pyvenv.cfg").exists():
                namespaces.append(child)


def _entries(folder: str, found: Found) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """What can be imported from a folder, each name once, in the order of file names."""
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    modules = {getmodulename(entry.name) for entry in entries}
    seen = {"__init__"}
    for entry in entries:
        name = getmodulename(entry.name) or entry.name
        if entry.is_dir():
            # A module hides a folder of its name, unless that is a regular package.
            if name != entry.name or "." in name or (name in modules and init_file(entry.path) is None):
                continue
        elif name == entry.name:
            continue
        elif "." in name:
            if not name.startswith("."):
                found.passed_over.append((entry.path, "its name has a dot, so no import can reach it"))
            continue
        if name not in seen:
            seen.add(name)
            yield name, entry
