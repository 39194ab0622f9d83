"""Whose files lie in an artifact folder: those that flytec wrote may be replaced, all others stay.

A file is ours if a manifest beside the folder lists its name and its bytes, or if it already is what we would write.
A symlink, a subfolder and a file that was changed after it was written are not ours.
"""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from flytec.artifact.layout import Attachment, FileImage
from flytec.artifact.manifest import Proofs
from flytec.codes import FOREIGN_FILE
from flytec.diagnostics import Diagnostic, Location, Severity, cannot_run
from flytec.records import dataclass

MAX_NAMED = 5
"""How many files one finding names before it only counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The top level of a folder: names of ours and of foreign files, and whether all of them are files or symlinks."""

    exists: bool
    ours: frozenset[str] = frozenset()
    foreign: tuple[str, ...] = ()
    flat: bool = True


def survey(folder: Path, images: Iterable[FileImage | Attachment], proofs: Proofs) -> Survey:
    """Looks at every entry of `folder`; reads only files that may be ours."""
    wanted = {image.name: image.sha256 for image in images}
    candidates = proofs.names() | wanted.keys()
    mine, foreign, flat = set(), [], True
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return Survey(exists=False)
    for entry in entries:
        regular = entry.is_file(follow_symlinks=False)
        flat = flat and (regular or entry.is_symlink())
        if regular and entry.name in candidates:
            sha256 = sha256_of(Path(entry.path))
            if wanted.get(entry.name) == sha256 or proofs.of(entry.name, sha256):
                mine.add(entry.name)
                continue
        foreign.append(entry.name)
    return Survey(exists=True, ours=frozenset(mine), foreign=tuple(foreign), flat=flat)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def refuse_to_overwrite(folder: Path, seen: Survey, images: Iterable[FileImage | Attachment]) -> None:
    """Raises `CannotRunError` FTC402 if a file that is to be written would take the place of a foreign one."""
    taken = sorted(set(seen.foreign) & {image.name for image in images})
    if taken:
        verb = "is" if len(taken) == 1 else "are"
        raise cannot_run(
            FOREIGN_FILE,
            f"{_named(taken)} {verb} in the way and {verb} not known to be written by flytec; nothing was written",
            at=Location(str(folder)),
            hint="Move or delete what is in the way, or name another output folder.",
        )


def foreign_warnings(folder: Path, seen: Survey) -> tuple[Diagnostic, ...]:
    """What `flytectl register files FOLDER/*` would make of the foreign files that stay in the folder.

    Rules: a `.pb` file is registered, the last `fast*.tar.gz` is uploaded as the source, anything else makes it
    refuse the whole folder.
    """
    units = [name for name in seen.foreign if name.endswith(".pb")]
    sources = [name for name in seen.foreign if name.startswith("fast") and name.endswith(".tar.gz")]
    others = [name for name in seen.foreign if name not in {*units, *sources}]
    rows = (
        (units, "would be registered along with the rest"),
        (sources, "would be uploaded as the source code"),
        (others, f"would make `flytectl register files` refuse {folder.name}/*"),
    )
    return tuple(_warning(folder, names, what) for names, what in rows if names)


def _warning(folder: Path, names: list[str], what: str) -> Diagnostic:
    return Diagnostic(
        code=FOREIGN_FILE,
        severity=Severity.WARNING,
        message=f"{_named(names)} {'was' if len(names) == 1 else 'were'} not written by flytec and {what}",
        location=Location(str(folder)),
        hint="Keep the output in a folder of its own.",
    )


def _named(names: list[str]) -> str:
    rest = len(names) - MAX_NAMED
    return ", ".join(names[:MAX_NAMED]) + (f" and {rest} more" if rest > 0 else "")
