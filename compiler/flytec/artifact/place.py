"""Where an artifact and its companions lie: paths only, and the one question of which way in is open."""

import os
from pathlib import Path

from flytec.codes import OUTPUT_FAILED
from flytec.diagnostics import cannot_run
from flytec.records import dataclass

MANIFEST_SUFFIX = ".manifest.json"
PENDING_SUFFIX = ".manifest.json.next"
STAGING_NAME = ".flytec-staging"


@dataclass(frozen=True, slots=True)
class Place:
    """An artifact folder, symlinks resolved, and what flytec keeps beside it."""

    folder: Path

    @property
    def manifest(self) -> Path:
        """The record of the last run that ended."""
        return self.folder.with_name(self.folder.name + MANIFEST_SUFFIX)

    @property
    def pending(self) -> Path:
        """The record of a run that is at work, or was killed."""
        return self.folder.with_name(self.folder.name + PENDING_SUFFIX)

    @property
    def staging(self) -> Path:
        """Where a new folder is made that takes the old one's place."""
        return self.folder.with_name(f".{self.folder.name}{STAGING_NAME}")

    @property
    def inner_staging(self) -> Path:
        """Where new files are made that take the old ones' places, one at a time."""
        return self.folder / STAGING_NAME


def place_of(folder: Path) -> Place:
    """The place of `folder`; raises `CannotRunError` FTC404 where it cannot be an output folder."""
    resolved = Path(os.path.realpath(folder))
    if not resolved.name:
        raise cannot_run(OUTPUT_FAILED, f"{folder} is the root of the file system; a folder within it was expected")
    if resolved.exists() and not resolved.is_dir():
        raise cannot_run(OUTPUT_FAILED, f"{folder} is a file; a folder was expected")
    return Place(resolved)


def must_stay(folder: Path) -> bool:
    """Whether the folder itself has to stay what it is while its files change.

    True of the working folder and those around it (a shell would be left in the old folder), of a mount point (it
    cannot be renamed), and where nothing can be made beside the folder.
    """
    try:
        here = Path(os.path.realpath(Path.cwd()))
    except FileNotFoundError:
        here = Path("/")
    return here.is_relative_to(folder) or os.path.ismount(folder) or not os.access(folder.parent, os.W_OK | os.X_OK)
