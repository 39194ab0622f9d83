"""Where a dotted name lies, told without importing anything."""

import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from flytec.load.walk import init_file, module_name


def locate(name: str, root: str) -> tuple[str, ...]:
    """The file of a module, or the folders of a package (several where it is a namespace), by the rules of Python's
    path search with `root` in front of `sys.path`; empty where there is no such name.
    """
    first, *rest = name.split(".")
    folders = dict.fromkeys(entry or "." for entry in (root, *sys.path))
    places = _inside(folders, first) or _by_finders(first)
    for part in rest:
        places = _inside(places, part)
    return places


def _inside(folders: Iterable[str], name: str) -> tuple[str, ...]:
    portions: list[str] = []
    for folder in map(Path, folders):
        inner = folder / name
        if inner.is_dir() and init_file(str(inner)) is not None:
            return (str(inner),)
        modules = [file for file in _entries(folder) if module_name(file.name) == name and file.is_file()]
        if modules:
            return (str(min(modules)),)
        if inner.is_dir():
            portions.append(str(inner))
    return tuple(portions)


def _entries(folder: Path) -> list[Path]:
    """The folder's entries; none where `sys.path` names an archive, or a folder that is not there or not readable."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _by_finders(name: str) -> tuple[str, ...]:
    """A package that only an installed import hook knows, such as one that is installed in editable mode."""
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return ()
    if spec is None:
        return ()
    if spec.submodule_search_locations is not None:
        return tuple(spec.submodule_search_locations)
    return (spec.origin,) if spec.origin is not None and Path(spec.origin).is_file() else ()
