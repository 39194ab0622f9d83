"""`Scope`: which files and modules are the user's own, as against what is installed beside them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import flytec
from flytec.load.plan import LoadPlan

_INSTALLED = frozenset({"site-packages", "dist-packages"})
_OURS = frozenset({"flytec", "flytecpb"})


class Scope:
    """Tells the user's own code by its place: under a root of the plan, and not installed there.

    A root may hold a virtual environment, and a root may itself be a folder of installed packages, where only the
    packages that were asked for are the user's. What user code adds to `sys.path` while this scope is in use, is taken
    for a root of the user's too.
    """

    __slots__ = ("_files", "_folders", "_names", "_own", "_path", "_places", "_roots", "_tops", "_true_roots")

    def __init__(self, plan: LoadPlan) -> None:
        self._names = {module.path: module.name for module in plan.modules}
        tops = {module.name.partition(".")[0]: module for module in plan.modules}
        self._tops = frozenset(tops)
        self._roots = tuple(dict.fromkeys((*plan.roots, *(module.root for module in tops.values()))))
        # Where a root is a symbolic link: modules may add their own folder in its true place.
        self._true_roots = tuple(dict.fromkeys((*self._roots, *map(os.path.realpath, self._roots))))
        self._path = frozenset((*sys.path, *self._roots))
        self._places = _interpreter_places()
        self._own = str(Path(flytec.__file__).parent) + os.sep
        self._files: dict[str, bool] = {}
        self._folders: set[str] = set()

    @property
    def roots(self) -> tuple[str, ...]:
        """The folders that names of user modules count from."""
        return self._roots

    def has_file(self, path: str) -> bool:
        """Whether a file is the user's."""
        known = self._files.get(path)
        if known is None:
            known = self._files[path] = self._has_file(path)
        return known

    def _has_file(self, path: str) -> bool:
        folder = path.rpartition(os.sep)[0]
        known = folder in self._folders
        if not known:
            roots = tuple(self._all_roots())
            known = any(self._below(path, root) for root in roots)
            # What lies in a root itself may be told by its own name; and user code may make a folder a root later on.
            if known and folder not in roots:
                self._folders.add(folder)
        return known

    def has_folder(self, path: str) -> bool:
        """Whether a folder may hold files of the user's."""
        return self.has_file(str(Path(path, "__init__.py")))

    def is_flytec(self, path: str) -> bool:
        """Whether a file is flytec's own."""
        return path.startswith(self._own)

    def has_top(self, name: str) -> bool:
        """Whether a module's first name is one of the user's."""
        top = name.partition(".")[0]
        return top in self._tops or any(root_has(root, top) for root in self._roots)

    def tops(self) -> set[str]:
        """The first names of the user's modules."""
        names = (path.name.removesuffix(".py") for root in self._roots for path in Path(root).iterdir())
        return {*self._tops, *(name for name in names if name.isidentifier() and self.has_top(name))}

    def has_module(self, name: str, module: object) -> bool:
        """Whether an entry of `sys.modules` came from the user's files."""
        top = name.partition(".")[0]
        if name == "__main__" or top in _OURS:
            return False
        attributes = getattr(module, "__dict__", {})
        file = attributes.get("__file__")
        if isinstance(file, str):
            return self.has_file(file)
        if top in sys.stdlib_module_names:
            return False
        return top in self._tops or any(map(self.has_folder, _folders(attributes.get("__path__"))))

    def module_name(self, path: str) -> str:
        """The dotted name of one of the user's files."""
        if path in self._names:
            return self._names[path]
        for root in self._all_roots():
            if Path(path).is_relative_to(root):
                parts = Path(path).relative_to(root).with_suffix("").parts
                return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
        return Path(path).stem

    def _all_roots(self) -> Iterator[str]:
        yield from self._true_roots
        yield from (os.path.abspath(entry) for entry in sys.path if isinstance(entry, str) and entry not in self._path)  # noqa: PTH100

    def _below(self, path: str, root: str) -> bool:
        prefix = root.rstrip(os.sep) + os.sep
        if not path.startswith(prefix) or self.is_flytec(path):
            return False
        if _is_installed(prefix, self._places):
            return Path(path).relative_to(root).parts[0].partition(".")[0] in self._tops
        return not _is_installed(path, self._places)


def is_installed(path: str) -> bool:
    """Whether a file is part of Python, of what is installed there, or of flytec."""
    own = str(Path(flytec.__file__).parent) + os.sep
    return path.startswith(own) or _is_installed(path, _interpreter_places())


def root_has(root: str, top: str) -> bool:
    """Whether a root has a file or a regular package for a module of this top-level name."""
    return Path(root, f"{top}.py").is_file() or Path(root, top, "__init__.py").is_file()


def _is_installed(path: str, places: tuple[str, ...]) -> bool:
    return path.startswith(places) or any(f"{os.sep}{name}{os.sep}" in path for name in _INSTALLED)


def _interpreter_places() -> tuple[str, ...]:
    """The standard library, and the virtual environment where there is one.

    `sys.prefix` of a system interpreter is no such place: `/usr` holds more than Python.
    """
    library = str(Path(os.__file__).parent) + os.sep
    return (library,) if sys.prefix == sys.base_prefix else (library, sys.prefix + os.sep)


def _folders(path: object) -> list[str]:
    try:
        return [folder for folder in path if isinstance(folder, str)]  # type: ignore[attr-defined]
    except Exception:  # a namespace whose parent is gone, or no path at all
        return []
