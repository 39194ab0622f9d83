"""How the user's own modules are found and read: as Python does, but for bytecode that is older than its source."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import BYTECODE_SUFFIXES, ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

_BYTECODE = tuple(BYTECODE_SUFFIXES)


class UserFinder(MetaPathFinder):
    """Python's path search, with a loader of our own for the user's files; `is_users` tells which those are.

    `look_at` is shown the code of each of them before it runs.
    """

    def __init__(self, is_users: Callable[[str], bool], look_at: Callable[[CodeType], None] = lambda _: None) -> None:
        self._is_users = is_users
        self._look_at = look_at
        self._unfinished: set[str] = set()

    @property
    def unfinished(self) -> frozenset[str]:
        """The modules that have begun to run and not come to their end: they failed, whether or not somebody minded."""
        return frozenset(self._unfinished)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """What Python's own path search finds."""
        spec = PathFinder.find_spec(fullname, path, target)
        loader = None if spec is None else spec.loader
        if spec is not None and type(loader) is SourceFileLoader and self._is_users(loader.path):
            spec.loader = _UserLoader(loader.name, loader.path, self._unfinished, self._look_at)
        return spec

    def install(self) -> None:
        """Takes the place of Python's path search: hooks that stand before that stay before."""
        hooks = sys.meta_path
        hooks.insert(hooks.index(PathFinder) if PathFinder in hooks else len(hooks), self)


class _UserLoader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, unfinished: set[str], look_at: Callable[[CodeType], None]) -> None:
        super().__init__(fullname, path)
        self._unfinished = unfinished
        self._look_at = look_at

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__
        self._unfinished.add(name)
        code = self.get_code(name)
        if code is None:
            raise ImportError(f"no code is in {self.path}", name=name, path=self.path)
        self._look_at(code)
        exec(code, module.__dict__)
        self._unfinished.discard(name)

    def get_data(self, path: str) -> bytes:
        # Python compares whole seconds and the size, so it takes a file that changed within a second for unchanged.
        if path.endswith(_BYTECODE) and _changed(path) <= _changed(self.path):
            raise OSError(f"{path} may be older than its source")
        return super().get_data(path)


def _changed(path: str) -> int:
    return os.stat(path).st_mtime_ns  # noqa: PTH116 - twice for every module


def is_loading(code: CodeType) -> bool:
    """Whether a frame of this code is there because a module is being loaded."""
    return code is _UserLoader.exec_module.__code__
