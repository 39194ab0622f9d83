"""The import hook that serves flytekit's names from a table while user modules load.

A name that the table lacks is an error even where user code catches the exception: with flytekit the program might
have taken the other branch. So each such touch becomes a finding of the hook, and an exception that Python's import
and attribute protocols understand as well, so that `hasattr` and `except ImportError` do what they do elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import CodeType, FrameType, MappingProxyType, ModuleType
from typing import Any

from flytec.authoring.recorder import current_recorder
from flytec.authoring.rows import Mention, Refused, Row, StandInTable, TaskPluginTable
from flytec.authoring.source import user_frame
from flytec.codes import UNSUPPORTED_SYMBOL
from flytec.diagnostics import Diagnostic, InternalError, Location, UserError
from flytec.settings.target import FLYTEKIT_TARGET_VERSION

PACKAGES = frozenset({"flytekit", "flytekitplugins"})

# What `import flytekit` leaves alone: these are attributes of their packages only after somebody has imported them.
NOT_IMPORTED = frozenset(
    f"flytekit.{name}"
    for name in (
        *("configuration.plugin", "core.node_creation", "core.testing", "exceptions.scopes", "exceptions.utils"),
        *("experimental", "extend.backend.base_agent", "extras.cloud_pickle_resolver", "extras.pytorch"),
        *("extras.sklearn", "extras.sqlite3", "extras.tasks", "extras.tensorflow", "extras.webhook"),
        *("types.file.image", "models.core.errors", "models.named_entity", "models.presto"),
        *("models.qubole", "models.workflow_closure", "testing", "types.numpy", "types.schema"),
        *("types.structured.basic_dfs", "utils.dict_formatter", "utils.pbhash"),
    )
)


class UnsupportedModuleError(UserError, ModuleNotFoundError):
    """The import of a module, or of a name from one, that the stand-in does not have."""


class UnsupportedNameError(UserError, AttributeError):
    """The use of an attribute that the stand-in does not have."""


class StandInFinder(MetaPathFinder, Loader):
    """Serves the modules of a table as flytekit of that version; `is_users` tells the user's files from others.

    `plugins` has what importing a plug-in registers.
    """

    def __init__(
        self,
        table: StandInTable,
        is_users: Callable[[str], bool],
        version: str = FLYTEKIT_TARGET_VERSION,
        plugins: TaskPluginTable = MappingProxyType({}),
    ) -> None:
        self._table = table
        self._plugins = plugins
        self._version = version
        self._is_users = is_users
        self._modules = PACKAGES.union(*map(_with_parents, table))
        self._findings: dict[Diagnostic, None] = {}
        self._star_files: set[str] = set()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """One finding for each place that touched a name which is not to be had, in the order of the touches."""
        return tuple(self._findings)

    @property
    def star_files(self) -> frozenset[str]:
        """The files that import all names of a module at once: there, an unknown name may be one of flytekit's."""
        return frozenset(self._star_files)

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Claims every module of flytekit, so that the real one is never found.

        Raises:
            UnsupportedModuleError: the table has no such module.
        """
        if fullname.partition(".")[0] not in PACKAGES:
            return None
        if fullname not in self._modules:
            raise UnsupportedModuleError(self._record(fullname))
        # All are packages: only for those does `from module import name` come here with a name that is not there.
        return ModuleSpec(fullname, self, origin="flytec", is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A module whose names resolve when they are asked for."""
        return _StandInModule(spec.name, self)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs but what importing a plug-in does: names resolve on demand."""
        # A path for those who ask, and nothing to be found there.
        module.__dict__["__file__"] = f"<flytec>/{module.__name__.replace('.', '/')}/__init__.py"
        if module.__name__ == "flytekit":
            module.__dict__["__version__"] = self._version
        package, _, plugin = module.__name__.partition(".")
        if package == "flytekitplugins" and plugin and "." not in plugin:
            self._note(plugin)

    def _note(self, plugin: str) -> None:
        """Tells the recorder of a plug-in that user code imports, and which class makes tasks of which config."""
        recorder = current_recorder()
        recorder.plugins.add(plugin)
        for config, kind in self._plugins.get(plugin, ()):
            recorder.task_plugins.setdefault(_target(config, config), _target(kind, kind))

    def resolve(self, module: str, name: str, caller: str) -> Any:
        """What `module.name` stands for, on behalf of the code in file `caller`.

        Raises:
            UnsupportedNameError: the table has no such name, or refuses it.
            AttributeError: it is a module that nobody has imported, so flytekit would not have it here either.
            InternalError: the table's row leads nowhere.
        """
        symbol = f"{module}.{name}"
        row = self._table.get(module, {}).get(name)
        match row:
            case str():
                return _target(row, symbol)
            case Mention():
                return row.make(symbol)
            case None if symbol in NOT_IMPORTED and symbol in self._modules:
                text = f"module {module!r} has no attribute {name!r}; import {symbol} to have it"
                raise AttributeError(text, name=name)
            case None if symbol in self._modules:
                return import_module(symbol)
            case None | Refused():
                # A library that looks through everything that is loaded asks for names that it does not need.
                finding = self._record(symbol) if self._is_users(caller) else self._finding(symbol)
                raise UnsupportedNameError(finding)

    def names(self, module: str) -> list[str]:
        """The names of a module that can be had."""
        rows = self._table.get(module, {})
        return sorted(name for name, row in rows.items() if not isinstance(row, Refused))

    def all_names(self, module: str) -> list[str]:
        """`names`, on behalf of a star import."""
        if (frame := self._frame()) is not None:
            self._star_files.add(frame.f_code.co_filename)
        return self.names(module)

    def _record(self, symbol: str) -> Diagnostic:
        finding = self._finding(symbol)
        self._findings.setdefault(finding)
        return finding

    def _finding(self, symbol: str) -> Diagnostic:
        frame = self._frame()
        module, _, name = symbol.rpartition(".")
        row: Row | None = self._table.get(module, {}).get(name)
        reason = row.reason if isinstance(row, Refused) else _lack(symbol)
        return Diagnostic(
            code=UNSUPPORTED_SYMBOL,
            message=f"{symbol} cannot be compiled: {reason}",
            location=None if frame is None else Location(frame.f_code.co_filename, frame.f_lineno),
            hint="compile with --frontend flytekit, or do without it",
            notes=tuple(f"{known} is known" for known in self._similar(module, name)),
        )

    def _similar(self, module: str, name: str) -> list[str]:
        from difflib import get_close_matches

        known = {f"{module}.{each}" for each in self.names(module)}
        known.update(each for each in self._modules if each.rpartition(".")[0] == module)
        return get_close_matches(f"{module}.{name}", sorted(known), n=1, cutoff=0.9)

    def _frame(self) -> FrameType | None:
        """The user's innermost frame; that of the code that asked, where none is the user's."""
        innermost = frame = user_frame()
        while frame is not None and not self._is_users(frame.f_code.co_filename):
            frame = frame.f_back
        return frame or innermost


class _StandInModule(ModuleType):
    def __init__(self, name: str, finder: StandInFinder) -> None:
        super().__init__(name)
        self.__dict__["__finder__"] = finder

    def __getattr__(self, name: str) -> Any:
        finder: StandInFinder = self.__dict__["__finder__"]
        if name == "__all__":
            return finder.all_names(self.__name__)
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self)
        value = finder.resolve(self.__name__, name, sys._getframe(1).f_code.co_filename)
        setattr(self, name, value)
        return value

    def __dir__(self) -> list[str]:
        finder: StandInFinder = self.__dict__["__finder__"]
        return sorted({*super().__dir__(), *finder.names(self.__name__)})


def _lack(symbol: str) -> str:
    top, _, rest = symbol.partition(".")
    it = "this plug-in" if top == "flytekitplugins" and "." not in rest else "it"
    return f"the stand-in does not have {it}"


def is_lookup(code: CodeType) -> bool:
    """Whether a frame of this code looks a name up for the user, and so raises what the user's own line deserves."""
    return code in (_StandInModule.__getattr__.__code__, StandInFinder.resolve.__code__)


def _with_parents(module: str) -> Iterator[str]:
    """The dotted name, and those of the packages that it lies in."""
    while module:
        yield module
        module = module.rpartition(".")[0]


def _target(row: str, symbol: str) -> Any:
    place, _, attribute = row.partition(":")
    try:
        return getattr(import_module(place), attribute)
    except (ImportError, AttributeError) as error:
        # Neither may escape as it is: the user's code would take it for flytekit's own lack of the name.
        raise InternalError(f"the stand-in's row for {symbol} leads nowhere: {error}") from error
