"""Sources to modules: what to import, in which order, with which folders on `sys.path`."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from inspect import getmodulename
from pathlib import Path

from flytec.codes import MIXED_ROOTS, SOURCE_NOT_FOUND, UNUSABLE_SOURCE
from flytec.diagnostics import CannotRunError, Diagnostic, Location, Severity, cannot_run
from flytec.load.locate import locate
from flytec.load.plan import LoadPlan, PlannedModule, shown
from flytec.load.walk import Found, init_file, walk


def plan_sources(sources: Sequence[str], *, cwd: Path, package_root: str = "auto") -> LoadPlan:
    """The modules of files, folders and dotted packages; the order of `sources` does not matter.

    A file's or folder's import root is the first folder from it upwards that has no `__init__.py`, or, with a
    `package_root` other than `auto`, that folder where it lies above the source (`.` is `cwd`).

    Raises:
        CannotRunError: FTC100 for a source that does not exist, FTC106 where one module name would mean two files,
            FTC108 for a source that Python cannot import.
    """
    base = os.path.abspath(cwd)  # noqa: PTH100 - symbolic links stay
    root_limit = {"auto": None, ".": base}.get(package_root, package_root)
    parts = [_resolve(source, base, root_limit) for source in sources]
    modules = _one_name_a_file(part.found.modules for part in parts)
    _refuse_clashes(modules, base)
    modules.sort(key=_import_order)
    return LoadPlan(
        roots=tuple(sorted({module.root for module in modules} or {part.root for part in parts})),
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
    modules = {module.name: module for part in reversed(parts) for module in reversed(part.found.modules)}
    return LoadPlan(
        roots=(root,),
        modules=tuple(reversed(modules.values())),
        looked_in=tuple(dict.fromkeys(part.looked_in for part in parts)),
        notes=_notes(parts, base),
        cwd=base,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What one source gave: its modules, the root they count from, and the place as a person would write it."""

    root: str
    looked_in: str
    found: Found


def _resolve(source: str, base: str, root_limit: str | None) -> _Part:
    path = Path(os.path.normpath(Path(base, source)))
    if path.is_dir():
        return _folder(path, base, root_limit)
    if path.is_file():
        return _file(path, base, root_limit)
    if path.suffix != ".py" and os.sep not in source and all(source.split(".")):
        return _named(source, base, base, whole=False)
    raise cannot_run(
        SOURCE_NOT_FOUND,
        f"`{source}` does not exist; a .py file, a folder or a dotted package was expected",
        hint=f"Name it relative to {base}, or in full.",
    )


def _folder(path: Path, base: str, root_limit: str | None) -> _Part:
    root = path if root_limit == str(path) else _import_root(path, root_limit)
    name = ".".join(path.relative_to(root).parts)
    where = shown(str(path), base)
    found = _walk(path, name, where, whole=False)
    if (init := init_file(str(path))) is not None and name:
        found.modules.insert(0, PlannedModule(name, init))
    return _Part(str(root), where, found)


def _file(path: Path, base: str, root_limit: str | None) -> _Part:
    where = shown(str(path), base)
    name = getmodulename(path.name) if path.suffix == ".py" else None
    if name is None:
        raise cannot_run(
            UNUSABLE_SOURCE, f"`{where}` is not a Python file; a .py file, a folder or a dotted package was expected"
        )
    root = _import_root(path.parent, root_limit)
    parts = [*path.parent.relative_to(root).parts, *([] if name == "__init__" and path.parent != root else [name])]
    if any("." in part for part in parts):
        raise cannot_run(
            UNUSABLE_SOURCE, f"`{where}` has a dot in its module name, so no import can reach it", hint="Rename it."
        )
    return _Part(str(root), where, Found([PlannedModule(".".join(parts), str(path))]))


def _import_root(folder: Path, limit: str | None) -> Path:
    """The folder that module names count from, for what lies in `folder`."""
    if limit is not None and folder.is_relative_to(limit):
        return Path(limit)
    while (folder / "__init__.py").exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _named(package: str, root: str, base: str, *, whole: bool) -> _Part:
    where = f"package {package} (from {shown(root, base)})"
    places = locate(package, root)
    if not places:
        raise cannot_run(
            SOURCE_NOT_FOUND,
            f"package `{package}` is neither below {root} nor installed",
            hint="Name the folder that the package lies in, or a package that lies there.",
        )
    found = Found()
    for place in map(Path, places):
        if place.is_file():
            found.modules.append(PlannedModule(package, str(place)))
            continue
        if (init := init_file(str(place))) is not None:
            found.modules.append(PlannedModule(package, init))
        inner = _walk(place, package, where, whole=whole)
        found.modules += inner.modules
        found.passed_over += inner.passed_over
    top = Path(places[0]).parents[package.count(".")]
    return _Part(str(top), where, found)


def _walk(path: Path, name: str, where: str, *, whole: bool) -> Found:
    try:
        return walk(str(path), name, whole=whole)
    except OSError as error:
        raise cannot_run(SOURCE_NOT_FOUND, f"`{where}` cannot be read: {error.strerror}: {error.filename}") from error


def _one_name_a_file(groups: Iterable[list[PlannedModule]]) -> list[PlannedModule]:
    """Each file once: by its longest name, which counts from the outermost root, where sources lie in one another."""
    chosen: dict[str, PlannedModule] = {}
    for group in groups:
        for module in group:
            known = chosen.get(module.path)
            if known is None or len(known.name) < len(module.name):
                chosen[module.path] = module
    return list(chosen.values())


def _refuse_clashes(modules: list[PlannedModule], base: str) -> None:
    """FTC106 where two sources, under roots of their own, would both be the module or package of one name."""
    files: dict[str, str] = {}
    clashes: list[Diagnostic] = []
    for name, path in sorted(pair for module in modules for pair in _with_packages(module)):
        if files.setdefault(name, path) != path:
            clashes.append(
                Diagnostic(
                    code=MIXED_ROOTS,
                    message=f"module `{name}` would be both {shown(files[name], base)} and {shown(path, base)}",
                    location=Location(shown(path, base)),
                    hint="Compile the two in runs of their own, or name a folder above both.",
                )
            )
    if clashes:
        raise CannotRunError(*dict.fromkeys(clashes))


def _with_packages(module: PlannedModule) -> set[tuple[str, str]]:
    """The module and the regular packages that it lies in, each with its file."""
    pairs = {(module.name, module.path)}
    folder = Path(module.path).parent
    if Path(module.path).stem == "__init__":
        folder = folder.parent
    name = module.name.rpartition(".")[0]
    while name:
        if (init := folder / "__init__.py").exists():
            pairs.add((name, str(init)))
        folder, name = folder.parent, name.rpartition(".")[0]
    return pairs


def _notes(parts: Iterable[_Part], base: str) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            code=UNUSABLE_SOURCE,
            severity=Severity.NOTE,
            message=f"`{shown(path, base)}` is passed over: {reason}",
            location=Location(shown(path, base)),
        )
        for path, reason in sorted({each for part in parts for each in part.found.passed_over})
    )


def _import_order(module: PlannedModule) -> tuple[str, ...]:
    """A package before its modules, names in order: as pkgutil walks them."""
    return tuple(module.name.split("."))
