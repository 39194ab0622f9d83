"""What `fast_package` is told, by flytekit's names: which files go into the archive of the sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from flytec.codes import INVALID_SETTING
from flytec.diagnostics import CannotRunError, cannot_run


class CopyFileDetection(Enum):
    """Which files are taken: those of the modules that were loaded, all that no rule leaves out, or none."""

    LOADED_MODULES = 1
    ALL = 2
    NO_COPY = 3


@dataclass(frozen=True)
class FastPackageOptions:
    """How an archive of sources is made.

    `ignores` are patterns in the form of a `.gitignore`, or classes in the form of flytekit's `Ignore`, which are made
    with the root of the tree and tell by `is_ignored(path)`. They are added to the default ones, unless those are not
    kept. Without a `copy_style` all files are taken, and the archive has the name that flytekit gives it then.

    Raises:
        CannotRunError: FTC601 for a wrong type.
    """

    ignores: Sequence[str | Callable[[str], Any]] = ()
    keep_default_ignores: bool = True
    copy_style: CopyFileDetection | None = None
    show_files: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.ignores, str) or not isinstance(self.ignores, Sequence):
            raise _wrong("ignores", self.ignores, "a list")
        for position, ignore in enumerate(self.ignores):
            if not isinstance(ignore, str) and not callable(ignore):
                raise _wrong(f"ignores[{position}]", ignore, "a pattern, or a class in the form of flytekit's Ignore")
        for name in ("keep_default_ignores", "show_files"):
            if not isinstance(getattr(self, name), bool):
                raise _wrong(name, getattr(self, name), "true or false")
        # flytekit's own enum has the same members.
        if self.copy_style is not None:
            style = CopyFileDetection.__members__.get(str(getattr(self.copy_style, "name", "")))
            if style is None:
                raise _wrong("copy_style", self.copy_style, "a member of CopyFileDetection")
            object.__setattr__(self, "copy_style", style)


def _wrong(name: str, value: object, expected: str) -> CannotRunError:
    message = f"FastPackageOptions: {name} is {value!r}, expected {expected}"
    return cannot_run(INVALID_SETTING, message, hint=f"Correct {name}.")
