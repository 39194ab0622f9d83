"""The modules below a folder, in the order in which flytekit imports them.

That order is pkgutil's: entries by file name, a package before what it holds. pkgutil passes over folders without an
`__init__.py`; what lies in those comes after all the rest.
"""

import os
from collections.abc import Iterable
from dataclasses import field
from inspect import getmodulename

from flytec.load.plan import PlannedModule
from flytec.records import dataclass

# Files that mark a folder as an environment: that of a venv, that of conda.
_ENVIRONMENTS = frozenset({"pyvenv.cfg", "conda-meta"})
_DOTTED = "its name has a dot, so no import can reach it"


@dataclass(slots=True)
class Found:
    """What a walk found: modules in order, and files that it passed over, each with the reason."""

    modules: list[PlannedModule] = field(default_factory=list)
    passed_over: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder with its entries by file name, the dotted name of what it holds (empty for a root), and its real path
    with those of the folders above.
    """

    path: str
    name: str
    real: str
    above: frozenset[str]
    entries: tuple["os.DirEntry[str]", ...]

    @property
    def init(self) -> str | None:
        """The file that makes the folder a regular package."""
        return _init_among(self.entries)

    def dotted(self, name: str) -> str:
        return f"{self.name}.{name}" if self.name else name

    def child(self, entry: "os.DirEntry[str]", found: Found) -> "_Folder | None":
        """A folder below this one; `None` where a symbolic link leads back up, or where it cannot be read."""
        real = os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(self.real, entry.name)  # noqa: PTH118
        if real in self.above:
            return None
        try:
            entries = _listing(entry.path)
        except OSError as error:
            found.passed_over.append((entry.path, f"it cannot be read: {error.strerror}"))
            return None
        return _Folder(entry.path, self.dotted(entry.name), real, self.above | {real}, entries)


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
        OSError: the folder cannot be listed.
    """
    found = Found()
    real = os.path.realpath(folder)
    start = _Folder(folder, name, real, frozenset({real}), _listing(folder))
    _walk_tree(start, found, _Rules(runners=whole, tooling=whole or start.init is not None))
    return found


def init_file(folder: str) -> str | None:
    """The file that makes a folder a regular package, `None` where it is none."""
    return _init_among(_listing(folder))


def module_name(file: str) -> str | None:
    """The name that a file of this name is imported by, `None` where it is no module."""
    return file[:-3] if file.endswith(".py") else getmodulename(file)


def _listing(folder: str) -> tuple["os.DirEntry[str]", ...]:
    with os.scandir(folder) as listing:
        return tuple(sorted(listing, key=lambda entry: entry.name))


def _init_among(entries: Iterable["os.DirEntry[str]"]) -> str | None:
    files = [entry for entry in entries if entry.name.startswith("__init__.") and module_name(entry.name) == "__init__"]
    source = [entry for entry in files if entry.name == "__init__.py"]
    return next((entry.path for entry in (*source, *files) if entry.is_file()), None)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether an entry is a folder or leads to one; a link that leads back to itself is none, as for pkgutil."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _walk_tree(folder: _Folder, found: Found, rules: _Rules) -> None:
    """Regular packages first; then each folder without an `__init__.py`, in the order of their dotted names."""
    namespaces: list[_Folder] = []
    _walk_packages(folder, found, rules, namespaces)
    for namespace in sorted(namespaces, key=lambda each: each.name):
        _walk_tree(namespace, found, _Rules(runners=False, tooling=False))


def _walk_packages(folder: _Folder, found: Found, rules: _Rules, namespaces: list[_Folder]) -> None:
    modules = [module_name(entry.name) for entry in folder.entries]
    known = set(modules)
    seen: set[str | None] = {"__init__", None}
    for entry, name in zip(folder.entries, modules, strict=True):
        if _is_folder(entry):
            if "." in entry.name or entry.name == "__pycache__" or (child := folder.child(entry, found)) is None:
                continue
            if (init := child.init) is not None:
                seen.add(entry.name)
                found.modules.append(PlannedModule(child.name, init))
                _walk_packages(child, found, _Rules(runners=rules.runners, tooling=True), namespaces)
            # A module hides a folder of its name, unless that is a regular package.
            elif entry.name not in known and _may_hold_source(child):
                namespaces.append(child)
        elif name not in seen:
            seen.add(name)
            _take(folder, name or "", entry.path, found, rules)


def _take(folder: _Folder, name: str, path: str, found: Found, rules: _Rules) -> None:
    if "." in name or not name:
        # Hidden files belong to tools, such as an editor's lock files.
        if not os.path.basename(path).startswith("."):  # noqa: PTH119
            found.passed_over.append((path, _DOTTED))
    elif reason := rules.reason_against(name):
        found.passed_over.append((path, reason))
    else:
        found.modules.append(PlannedModule(folder.dotted(name), path))


def _may_hold_source(folder: _Folder) -> bool:
    if folder.name.rpartition(".")[2] == "node_modules":
        return False
    return _ENVIRONMENTS.isdisjoint(entry.name for entry in folder.entries)
