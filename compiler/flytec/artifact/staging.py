"""The staging folder: where new files are made before they take their place, and what a killed run leaves behind.

    STAGING/WRITTEN_BY_FLYTEC    says that the folder is ours to delete
    STAGING/folder/              the new files; after an exchange, the old folder
    STAGING/old/                 the old folder, where the file system knows no exchange

Order of a run: stage, then the pending manifest, then the exchange, then the staging folder goes, then the pending
manifest becomes the manifest. So a staging folder without a pending manifest was never exchanged and holds nothing
of value; with one, it may be the old folder, and a foreign file in it is kept unless the live folder has it too.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from flytec.artifact.layout import Attachment, FileImage
from flytec.artifact.manifest import Proofs, manifest_bytes
from flytec.artifact.ownership import sha256_of
from flytec.codes import FOREIGN_FILE
from flytec.diagnostics import cannot_run
from flytec.ir import ours

_MARKER = "WRITTEN_BY_FLYTEC"
_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_PIECE = 1 << 20
# Windows writes line ends of its own without it.
_BINARY = getattr(os, "O_BINARY", 0)


def begin(staging: Path) -> Path:
    """Makes the staging folder and returns the empty folder in it for the new files."""
    staging.mkdir(mode=0o700)
    write_file(staging / _MARKER, b"")
    staged = staging / "folder"
    staged.mkdir()
    staged.chmod(_FOLDER_MODE)
    return staged


def write_images(staged: Path, images: Iterable[FileImage | Attachment]) -> None:
    """Writes the files into the staged folder; attachments are copied to it."""
    folder = os.fspath(staged)
    umask = _umask(staged.parent)
    for image in images:
        if isinstance(image, Attachment):
            _copy(image.path, staged / image.name)
            continue
        write_file(f"{folder}{os.sep}{image.name}", image.data, fixed_mode=umask & _FILE_MODE != 0)


def write_file(path: str | Path, data: bytes, *, fixed_mode: bool = True) -> None:
    """Writes a new file, by `fixed_mode` with a mode that does not hang on the umask.

    Raises `FileExistsError` where there is a file.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _FILE_MODE)
    try:
        written = os.write(descriptor, data)
        while written < len(data):
            written += os.write(descriptor, memoryview(data)[written:])
        if fixed_mode and hasattr(os, "fchmod"):
            os.fchmod(descriptor, _FILE_MODE)
    finally:
        os.close(descriptor)


def _copy(path: Path, to: Path) -> None:
    # Not copyfile: where no room is left for the copy, that names the original.
    with path.open("rb") as source, to.open("xb") as target:
        shutil.copyfileobj(source, target, _PIECE)
    to.chmod(_FILE_MODE)


def _umask(folder: Path) -> int:
    """What the umask takes from a file's mode, read off a file: asking for it would set it for a moment."""
    probe = folder / ".umask"
    os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o777))
    mode = probe.stat().st_mode
    probe.unlink()
    return 0o777 & ~mode


def write_manifest(path: Path, manifest: ours.Manifest) -> None:
    """Puts a manifest in its place in one step."""
    draft = draft_of(path)
    draft.unlink(missing_ok=True)
    write_file(draft, manifest_bytes(manifest))
    draft.replace(path)


def draft_of(path: Path) -> Path:
    """Where a manifest is made before it takes its place; beside it, since the folder may be on another file system."""
    return path.with_name(path.name + ".draft")


def discard(staging: Path) -> None:
    """Deletes a staging folder that was never exchanged: all that it holds is ours, or a second link.

    The marker goes last, so that the next run still knows the folder if this one is killed here.
    """
    for path in sorted(staging.iterdir()):
        if path.name == _MARKER:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    (staging / _MARKER).unlink(missing_ok=True)
    staging.rmdir()


def clear(staging: Path, live: Path, proofs: Callable[[], Proofs]) -> None:
    """Deletes a staging folder that may hold the old folder; `proofs` are asked for where there is anything in it.

    What somebody else put or changed there since it was surveyed moves into the live folder; raises `CannotRunError`
    FTC402 where the live folder has another file of that name.
    """
    for folder in (staging / "folder", staging / "old"):
        if folder.exists():
            for path in sorted(folder.iterdir()):
                _clear_entry(path, live / path.name, proofs())
            folder.rmdir()
    discard(staging)


def _clear_entry(path: Path, live: Path, proofs: Proofs) -> None:
    linked = os.path.lexists(live) and os.path.samestat(path.lstat(), live.lstat())
    if linked or (is_regular(path) and proofs.of(path.name, sha256_of(path))):
        path.unlink()
    elif not os.path.lexists(live):
        path.rename(live)
    else:
        raise cannot_run(
            FOREIGN_FILE,
            f"{path} was not written by flytec and differs from the file of that name in the output folder",
            hint="Move it to where you want it.",
        )


def is_staging(path: Path) -> bool:
    """Whether flytec made it; an empty one is from a run that was killed right then."""
    return path.is_dir() and not path.is_symlink() and ((path / _MARKER).is_file() or not any(path.iterdir()))


def is_regular(path: Path) -> bool:
    """Whether it is a file, and no symlink to one."""
    return path.is_file() and not path.is_symlink()
