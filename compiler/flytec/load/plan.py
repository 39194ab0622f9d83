"""`LoadPlan`: which modules to import, in which order, and from where."""

import os

from flytec.diagnostics import Diagnostic, Location
from flytec.records import dataclass


@dataclass(frozen=True, slots=True)
class PlannedModule:
    """A module by the name that it is imported under, and the file that is expected to come of it."""

    name: str
    path: str

    @property
    def is_package(self) -> bool:
        """Whether the file is the one that makes a folder a package."""
        return os.path.basename(self.path).partition(".")[0] == "__init__"  # noqa: PTH119 - for thousands of files

    @property
    def root(self) -> str:
        """The folder that the module's name counts from."""
        above = self.name.count(".") + 1 + (self.is_package and self.name != "__init__")
        return self.path.rsplit(os.sep, above)[0] or os.sep


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadPlan:
    """What discovery found.

    `roots` go to the front of `sys.path`; `modules` are imported in this order; `looked_in` are the places that were
    searched, as a person would write them; `notes` tell of files that were passed over; places in findings are shown
    relative to `cwd`.
    """

    roots: tuple[str, ...]
    modules: tuple[PlannedModule, ...]
    looked_in: tuple[str, ...]
    notes: tuple[Diagnostic, ...] = ()
    cwd: str


def shown(path: str, cwd: str) -> str:
    """The path as findings show it: relative to `cwd` where it lies below it, in full elsewhere."""
    if path == cwd:
        return "."
    prefix = cwd.rstrip(os.sep) + os.sep
    return path[len(prefix) :] if path.startswith(prefix) else path


def shown_location(location: Location, cwd: str) -> Location:
    """The same place, its path as `shown`."""
    return Location(shown(location.path, cwd), location.line)
