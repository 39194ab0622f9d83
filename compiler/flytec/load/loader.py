"""How the user's own modules are found and read: as Python does, but for bytecode that is older than its source."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import BYTECODE_SUFFIXES, ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flytec.load.guard import Guard

_BYTECODE = tuple(BYTECODE_SUFFIXES)
# Bytecode begins with what Python it is for, and that time and size of the source say whether it is current: PEP 552.
_CURRENT_BY_TIME = MAGIC_NUMBER + bytes(4)
_HEADER = len(_CURRENT_BY_TIME) + 8


class UserFinder(MetaPathFinder):
    """Python's path search, with a loader of our own for the user's files; `is_users` tells which those are.

    `look_at` is shown the code of each of them before it runs; their code asks `guard` what no placeholder would hear.
    """

    def __init__(
        self,
        is_users: Callable[[str], bool],
        look_at: Callable[[CodeType], None] = lambda _: None,
        guard: Guard | None = None,
    ) -> None:
        self._is_users = is_users
        self._look_at = look_at
        self._guard = guard
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
            spec.loader = self._loader(spec, loader.path)
        return spec

    def _loader(self, spec: ModuleSpec, path: str) -> _UserLoader:
        if self._guard is None:
            return _UserLoader(spec, path, self._unfinished, self._look_at)
        return _GuardedLoader(self._guard, spec, path, self._unfinished, self._look_at)

    def install(self) -> None:
        """Takes the place of Python's path search: hooks that stand before that stay before."""
        hooks = sys.meta_path
        hooks.insert(hooks.index(PathFinder) if PathFinder in hooks else len(hooks), self)


class _UserLoader(SourceFileLoader):
    def __init__(self, spec: ModuleSpec, path: str, unfinished: set[str], look_at: Callable[[CodeType], None]) -> None:
        super().__init__(spec.name, path)
        self._bytecode = spec.cached
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

    def get_code(self, fullname: str) -> CodeType | None:
        """Python's own answer, in a third of the steps where there is bytecode that is surely current."""
        data = _current_bytecode(self._bytecode, self.path) if self._bytecode else None
        if data is not None:
            code = marshal.loads(data)
            if isinstance(code, CodeType) and code.co_filename == self.path:
                return code
        return super().get_code(fullname)

    def get_data(self, path: str) -> bytes:
        # Python compares whole seconds and the size, so it takes a file that changed within a second for unchanged.
        if path.endswith(_BYTECODE) and _changed(path) <= _changed(self.path):
            raise OSError(f"{path} may be older than its source")
        return super().get_data(path)


class _GuardedLoader(_UserLoader):
    """Loads a module whose code asks a guard."""

    def __init__(self, guard: Guard, *rest: Any) -> None:
        super().__init__(*rest)
        self._guard = guard

    def exec_module(self, module: ModuleType) -> None:
        self._guard.enter(module)
        super().exec_module(module)

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        """Compiled anew: the bytecode beside the source is that of unguarded code."""
        from flytec.load.guard import guarded_code

        return guarded_code(self.get_data(self.path), self.path)


def _current_bytecode(path: str, source: str) -> memoryview | None:
    """The marshalled code at `path`, `None` where it may be older than its source or says so in another way."""
    try:
        written = os.stat(source)  # noqa: PTH116
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        status = os.fstat(file)
        data = os.read(file, status.st_size)
    finally:
        os.close(file)
    stamp = (int(written.st_mtime) & 0xFFFFFFFF) | (written.st_size & 0xFFFFFFFF) << 32
    current = data.startswith(_CURRENT_BY_TIME + stamp.to_bytes(8, "little"))
    return memoryview(data)[_HEADER:] if current and status.st_mtime_ns > written.st_mtime_ns else None


def _changed(path: str) -> int:
    return os.stat(path).st_mtime_ns  # noqa: PTH116 - twice for every module


def is_loading(code: CodeType) -> bool:
    """Whether a frame of this code is there because a module is being loaded."""
    methods = (_UserLoader.exec_module, _UserLoader.get_code, _GuardedLoader.exec_module, _GuardedLoader.get_code)
    return code in [method.__code__ for method in methods]
