"""Sources to modules: what to import, in which order, with which folders on `sys.path`."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from flytec.codes import MIXED_ROOTS, SOURCE_NOT_FOUND, UNUSABLE_SOURCE
from flytec.diagnostics import CannotRunError, Diagnostic, Location, Severity, cannot_run
from flytec.load.locate import locate
from flytec.load.plan import LoadPlan, PlannedModule, shown
from flytec.load.walk import Found, init_file, walk
from flytec.records import dataclass

T = TypeVar("T")


def plan_sources(sources: Sequence[str], *, cwd: Path, package_root: str = "auto") -> LoadPlan:
    """The modules of files, folders and dotted packages; the order of `sources` does not matter.

    A file's or folder's import root is the first folder from it upwards that has no `__init__.py`, or, with a
    `package_root` other than `auto`, that folder where it lies above the source (`.` is `cwd`).

    Raises:
        CannotRunError: FTC100 for a source that does not exist, FTC106 where one module name would mean two files,
            FTC108 for a source that Python cannot import.
    """
    base = os.path.abspath(cwd)  # noqa: PTH100 - symbolic links stay
    root_limit = None if package_root == "auto" else os.path.normpath(Path(base, package_root))
    parts = sorted((_resolve(source, base, root_limit) for source in sources), key=lambda part: Path(part.place).parts)
    modules = _one_name_a_file(part.found.modules for part in parts)
    roots = {module.root for module in modules}
    if len(roots) > 1:
        _refuse_clashes(modules, base)
    return LoadPlan(
        roots=tuple(sorted(roots or {part.root for part in parts})),
        modules=tuple(modules),
        looked_in=tuple(dict.fromkeys(part.looked_in for part in parts)),
        notes=_notes(parts, base),
        cwd=base,
    )


def plan_packages(packages: Sequence[str], *, source_root: Path, cwd: Path) -> LoadPlan:
    """The modules of dotted packages, in the order in which `pyflyte --pkgs ... serialize` imports them.

    A package is looked up below `source_root` first, then wherever Python finds it. Modules in folders without an
    `__init__.py`, which pyflyte passes over, come at the end of their package.

    Raises:
        CannotRunError: FTC100 where a package is not found.
    """
    base = os.path.abspath(cwd)  # noqa: PTH100 - symbolic links stay
    root = os.path.normpath(Path(base, source_root))
    parts = [_named(package, root, base, whole=True) for package in packages]
    modules: dict[str, PlannedModule] = {}
    for part in parts:
        for module in part.found.modules:
            modules.setdefault(module.name, module)
    return LoadPlan(
        roots=(root,),
        modules=tuple(modules.values()),
        looked_in=tuple(dict.fromkeys(part.looked_in for part in parts)),
        notes=_notes(parts, base),
        cwd=base,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What one source gave: its modules, the root they count from, where it lies, and that as a person writes it."""

    root: str
    place: str
    looked_in: str
    found: Found


def _resolve(source: str, base: str, root_limit: str | None) -> _Part:
    path = Path(os.path.normpath(Path(base, source)))
    if source and path.is_dir():
        return _folder(path, base, root_limit)
    if path.is_file():
        return _file(path, base, root_limit)
    if path.suffix != ".py" and all(part.isidentifier() for part in source.split(".")):
        return _named(source, base, base, whole=False)
    raise cannot_run(
        SOURCE_NOT_FOUND,
        f"{source or 'a source without a name'} does not exist; a .py file, a folder or a dotted package was expected",
        hint=f"name it relative to {base}, or in full",
    )


def _folder(path: Path, base: str, root_limit: str | None) -> _Part:
    root = path if root_limit == str(path) else _import_root(path, root_limit)
    where = shown(str(path), base)
    name = _dotted(path.relative_to(root).parts, where)
    return _Part(str(root), str(path), where, _reading(where, partial(_in_place, str(path), name, whole=False)))


def _file(path: Path, base: str, root_limit: str | None) -> _Part:
    where = shown(str(path), base)
    if path.suffix != ".py":
        raise cannot_run(
            UNUSABLE_SOURCE, f"{where} is not a Python file; a .py file, a folder or a dotted package was expected"
        )
    root = _import_root(path.parent, root_limit)
    above = path.parent.relative_to(root).parts
    name = _dotted(above if path.stem == "__init__" and above else (*above, path.stem), where)
    return _Part(str(root), str(path), where, Found([PlannedModule(name, str(path))]))


def _dotted(parts: Sequence[str], where: str) -> str:
    if any("." in part for part in parts):
        raise cannot_run(
            UNUSABLE_SOURCE, f"{where} has a dot in its module name, so no import can reach it", hint="rename it"
        )
    return ".".join(parts)


def _import_root(folder: Path, limit: str | None) -> Path:
    """The folder that module names count from, for what lies in `folder`."""
    if limit is not None and folder.is_relative_to(limit):
        return Path(limit)
    while (folder / "__init__.py").exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _named(package: str, root: str, base: str, *, whole: bool) -> _Part:
    where = f"package {package} (from {shown(root, base)})"
    places = _reading(where, partial(locate, package, root))
    if not places:
        raise cannot_run(
            SOURCE_NOT_FOUND,
            f"package {package} is neither below {root} nor installed",
            hint="name the folder that the package lies in, or a package that lies there",
        )
    found = Found()
    for place in places:
        inner = _reading(where, partial(_in_place, place, package, whole=whole))
        first = {module.name: module.path for module in found.modules}
        found.modules += [module for module in inner.modules if module.name not in first]
        found.passed_over += inner.passed_over
        found.passed_over += [
            (module.path, f"{shown(first[module.name], base)} comes before it")
            for module in inner.modules
            if module.name in first
        ]
    top = Path(places[0]).parents[package.count(".")]
    return _Part(str(top), places[0], where, found)


def _in_place(place: str, name: str, *, whole: bool) -> Found:
    """The modules of one file, or of a folder with its own `__init__.py` in front."""
    if os.path.isfile(place):  # noqa: PTH113
        return Found([PlannedModule(name, place)])
    found = walk(place, name, whole=whole)
    if name and (init := init_file(place)) is not None:
        found.modules.insert(0, PlannedModule(name, init))
    return found


def _reading(where: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except OSError as error:
        raise cannot_run(SOURCE_NOT_FOUND, f"{where} cannot be read: {error.strerror}: {error.filename}") from error


def _one_name_a_file(groups: Iterable[list[PlannedModule]]) -> list[PlannedModule]:
    """Each file once, where it comes first, by its longest name: that counts from the outermost root, where sources lie
    in one another.
    """
    chosen: dict[str, PlannedModule] = {}
    for group in groups:
        for module in group:
            known = chosen.setdefault(module.path, module)
            if len(known.name) < len(module.name):
                chosen[module.path] = module
    return list(chosen.values())


def _refuse_clashes(modules: Iterable[PlannedModule], base: str) -> None:
    """FTC106 where two sources, under roots of their own, would both be the module or package of one name."""
    files: dict[str, str] = {}
    clashes: list[Diagnostic] = []
    for name, path in sorted({(module.name, module.path) for module in modules} | _packages_above(modules)):
        if files.setdefault(name, path) != path:
            clashes.append(
                Diagnostic(
                    code=MIXED_ROOTS,
                    message=f"module {name} would be both {shown(files[name], base)} and {shown(path, base)}",
                    location=Location(shown(path, base)),
                    hint="compile the two in runs of their own, or name a folder above both",
                )
            )
    if clashes:
        raise CannotRunError(*clashes)


def _packages_above(modules: Iterable[PlannedModule]) -> set[tuple[str, str]]:
    """The regular packages that modules lie in, each with its file."""
    places = {(module.name.rpartition(".")[0], str(Path(module.path).parents[module.is_package])) for module in modules}
    found: set[tuple[str, str]] = set()
    for name, folder in places:
        while name:
            if os.path.exists(init := os.path.join(folder, "__init__.py")):  # noqa: PTH110, PTH118
                found.add((name, init))
            name, folder = name.rpartition(".")[0], os.path.dirname(folder)  # noqa: PTH120
    return found


def _notes(parts: Iterable[_Part], base: str) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            code=UNUSABLE_SOURCE,
            severity=Severity.NOTE,
            message=f"{shown(path, base)} is passed over: {reason}",
            location=Location(shown(path, base)),
        )
        for path, reason in sorted({each for part in parts for each in part.found.passed_over})
    )
