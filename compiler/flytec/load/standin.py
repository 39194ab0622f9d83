"""The import hook that serves flytekit's names from a table while user modules load."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from flytec.authoring.rows import Mention, Refused, Row, StandInTable
from flytec.authoring.source import caller_location
from flytec.codes import UNSUPPORTED_SYMBOL
from flytec.diagnostics import Diagnostic, UserError
from flytec.settings.target import FLYTEKIT_TARGET_VERSION

PACKAGES = ("flytekit", "flytekitplugins")


class UnsupportedSymbolError(UserError, ImportError):
    """A name that the stand-in does not have; what Python's import and attribute protocols expect as well."""


class StandInFinder(MetaPathFinder, Loader):
    """Serves the modules of a table; every touch of a name that is not in it becomes a finding."""

    def __init__(self, table: StandInTable) -> None:
        self._table = table
        self._packages = frozenset(
            name.rsplit(".", count)[0] for name in table for count in range(1, name.count(".") + 1)
        ) | frozenset(PACKAGES)
        self.findings: list[Diagnostic] = []

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Claims every module below flytekit, so that the real one is never found."""
        if fullname.partition(".")[0] not in PACKAGES:
            return None
        if fullname not in self._table and fullname not in self._packages:
            raise self._unsupported(fullname)
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A module whose names resolve when they are asked for."""
        return _StandInModule(spec.name, self)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs: names resolve on demand."""
        module.__dict__["__all__"] = sorted(self._table.get(module.__name__, ()))
        if module.__name__ == "flytekit":
            module.__dict__["__version__"] = FLYTEKIT_TARGET_VERSION

    def resolve(self, module: str, name: str) -> Any:
        """What `module.name` stands for.

        Raises:
            UnsupportedSymbolError: the table has no such name, or refuses it.
        """
        row: Row | None = self._table.get(module, {}).get(name)
        match row:
            case None:
                submodule = f"{module}.{name}"
                if submodule in self._table or submodule in self._packages:
                    return import_module(submodule)
                raise self._unsupported(submodule)
            case str():
                place, _, attribute = row.partition(":")
                return getattr(import_module(place), attribute)
            case Mention():
                return row.make(f"{module}.{name}")
            case Refused():
                raise self._unsupported(f"{module}.{name}", row.reason)

    def _unsupported(self, symbol: str, reason: str = "") -> UnsupportedSymbolError:
        finding = Diagnostic(
            code=UNSUPPORTED_SYMBOL,
            message=f"{symbol} cannot be compiled: {reason or 'the stand-in does not have it'}",
            location=caller_location(),
            hint="compile with --frontend flytekit, or do without it",
        )
        self.findings.append(finding)
        return UnsupportedSymbolError(finding)


class _StandInModule(ModuleType):
    def __init__(self, name: str, finder: StandInFinder) -> None:
        super().__init__(name)
        self._finder = finder

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        value = self._finder.resolve(self.__name__, name)
        setattr(self, name, value)
        return value


def hide_flytekit() -> dict[str, ModuleType]:
    """Takes modules of flytekit out of `sys.modules` and gives them, for putting back."""
    hidden = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in PACKAGES}
    for name in hidden:
        del sys.modules[name]
    return hidden
