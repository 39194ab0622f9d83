"""Modules that are not installed: the import hooks that serve placeholders for them.

A session begins without, and notes whether a module is wanted that is not there. If so, all is loaded once more, with
placeholders and with the user's code guarded (`flytec.load.guard`): the modules that had loaded by then were not.

Left to fail is what ought to lie in the user's own tree, what an installed library lacks, and what libraries import for
themselves. Modules that are `named` are replaced though they are installed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import field
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import FrameType, ModuleType
from typing import TYPE_CHECKING, Any, Final

from flytec.authoring.placeholders import MissingModule
from flytec.authoring.recorder import current_recorder
from flytec.authoring.replaced import Replaced
from flytec.diagnostics import Location
from flytec.records import dataclass

if TYPE_CHECKING:
    from flytec.load.guard import Guard
    from flytec.load.scope import Scope

# Distributions whose names do not tell the module that they install.
_MODULES_OF: Final = {
    "beautifulsoup4": "bs4",
    "opencv-python": "cv2",
    "opencv-python-headless": "cv2",
    "pillow": "PIL",
    "python-dateutil": "dateutil",
    "pyyaml": "yaml",
    "scikit-image": "skimage",
    "scikit-learn": "sklearn",
}
_IMPORTERS: Final = frozenset({"importlib", "_frozen_importlib", "flytec"})


class PlaceholdersNeededError(Exception):
    """User code imports a module that is not there, and has to be loaded once more, with placeholders."""


@dataclass(slots=True)
class MissingPolicy:
    """What one attempt to load does about modules that are not installed.

    `named` are replaced in any case, all others where `replaces_all`. `is_guarded` tells the attempt that serves
    placeholders from the one that finds out whether it needs to; `is_wanted` is what that one found.
    """

    named: frozenset[str] = frozenset()
    replaces_all: bool = True
    is_guarded: bool = False
    is_wanted: bool = False


@dataclass(slots=True)
class MissingModules:
    """The hooks of a session, and what they know of it."""

    policy: MissingPolicy
    scope: Scope
    replaced: Replaced = field(init=False)
    guard: Guard | None = None
    # Asked for before anybody imported the module: an answer of its own, if placeholders stand for it.
    _versions_asked: dict[str, Location] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.replaced = Replaced(self.scope.has_file)
        if self.policy.is_guarded:
            from flytec.load.guard import Guard

            self.guard = Guard(self.replaced)

    def install(self) -> None:
        """Puts the hooks in place: that for named modules in front of all others, the other behind them."""
        if self.policy.named:
            for name in [*sys.modules]:
                if self.is_named(name):
                    del sys.modules[name]
            sys.meta_path.insert(0, _NamedFinder(self))
        if self.policy.replaces_all:
            sys.meta_path.append(_MissingFinder(self))

    def is_named(self, name: str) -> bool:
        """Whether a module, or a package that it lies in, is to be replaced by name."""
        return any(name == named or name.startswith(f"{named}.") for named in self.policy.named)

    def library_of(self, name: str) -> str | None:
        """What is to be installed for a module that Python's search has not found; None where it is left to fail."""
        top = name.partition(".")[0]
        if top in sys.stdlib_module_names or self.scope.has_top(top):
            return None
        parent = name.rpartition(".")[0]
        if not parent:
            return name
        package = sys.modules.get(parent)
        if isinstance(package, MissingModule):
            return self.library_of(parent)
        return name if _is_namespace(package) and not self.scope.has_module(parent, package) else None

    def place(self) -> Location | None:
        """The user's line that imports, None where it is a library that does."""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and str(frame.f_globals.get("__name__")).partition(".")[0] in _IMPORTERS:
            frame = frame.f_back
        if frame is None or not self.scope.has_file(frame.f_code.co_filename):
            return None
        return Location(frame.f_code.co_filename, frame.f_lineno)

    def serve(self, name: str, library: str) -> ModuleSpec:
        """A placeholder for a module."""
        current_recorder().has_placeholders = True
        place = self.place()
        known = self.replaced.modules.setdefault(library, place)
        if known is None:
            self.replaced.modules[library] = place
        if library in self._versions_asked:
            self._refuse_version(library, self._versions_asked.pop(library))
        return ModuleSpec(name, _Server(library, self.replaced), origin="flytec", is_package=True)

    def ask_version(self, distribution: str) -> None:
        """FTC218 where user code asks for the version of what placeholders stand for, now or later on."""
        place = self.place()
        if place is None:
            return
        module = _MODULES_OF.get(distribution.lower(), distribution.replace("-", "_"))
        if module in self.replaced.modules:
            raise self._refuse_version(module, place)
        self._versions_asked.setdefault(module, place)

    def _refuse_version(self, library: str, place: Location) -> Exception:
        return self.replaced.refusal(library, f"the version of {library} is asked for", at=place)


class _Server(Loader):
    def __init__(self, library: str, replaced: Replaced) -> None:
        self._library = library
        self._replaced = replaced

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return MissingModule(spec.name, self._library, self._replaced)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs."""


class _NamedFinder(MetaPathFinder):
    """Replaces the modules that are named."""

    def __init__(self, modules: MissingModules) -> None:
        self._modules = modules

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """A placeholder for a module that is named or lies in one."""
        if not self._modules.is_named(fullname):
            return None
        named = next(name for name in self._modules.policy.named if f"{fullname}.".startswith(f"{name}."))
        return self._modules.serve(fullname, named)


class _MissingFinder(MetaPathFinder):
    """Replaces what no other hook has found."""

    def __init__(self, modules: MissingModules) -> None:
        self._modules = modules

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """A placeholder for a module that user code imports and that is not installed."""
        library = self._modules.library_of(fullname)
        if library is None or (self._modules.place() is None and library not in self._modules.replaced.modules):
            return None
        if not self._modules.policy.is_guarded:
            self._modules.policy.is_wanted = True
            return None
        return self._modules.serve(fullname, library)

    def find_distributions(self, context: Any) -> Iterable[Any]:
        """Nothing; `importlib.metadata` comes here for what no other hook has found."""
        if context.name is not None:
            self._modules.ask_version(context.name)
        return ()


def _is_namespace(package: object) -> bool:
    attributes = getattr(package, "__dict__", {})
    return attributes.get("__file__") is None and "__path__" in attributes
