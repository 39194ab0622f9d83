"""The one file of a release: all `.pb` files and the source archive in a `.tgz` that flytectl registers.

Rules of `flytectl register files --archive`: the name ends in `.tgz`, `.tar.gz` or `.tar`; files lie flat, since
folders would need entries of their own; they are registered in the order of their names' bytes; anything but `.pb`
files and one `fast*.tar.gz` makes it refuse all. So the manifest lies beside the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from flytec.artifact.layout import Attachment, FileImage, lay_out
from flytec.artifact.manifest import ManifestInfo, make_manifest
from flytec.artifact.place import MANIFEST_SUFFIX
from flytec.artifact.staging import write_manifest
from flytec.codes import OUTPUT_FAILED
from flytec.diagnostics import Location, cannot_run
from flytec.ir import ours
from flytec.ir.program import Program
from flytec.package.contents import PIECE
from flytec.package.draft import drafted
from flytec.package.gzip_stored import StoredGzip
from flytec.package.tarball import Tarball
from flytec.records import dataclass

ENDINGS = (".tgz", ".tar.gz")
"""What flytectl unpacks; it takes `.tar` too, but not compressed."""

DRAFT_SUFFIX = ".flytec-draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A file that was written, and its manifest."""

    path: Path
    manifest: ours.Manifest


def check_output(output: Path, *, force: bool) -> None:
    """Refuses an output that flytectl or the user would not want.

    Raises:
        CannotRunError: FTC404 for a name that flytectl refuses, a folder, and a file that is there without `force`.
    """
    if not output.name.endswith(ENDINGS):
        raise cannot_run(
            OUTPUT_FAILED,
            f"{output.name} is no name that `flytectl register files --archive` takes; one that ends in "
            f"{' or '.join(ENDINGS)} was expected",
            hint="Name another output file, with -o.",
        )
    if output.is_dir():
        raise cannot_run(OUTPUT_FAILED, f"{output} is a folder; a file was expected", hint="Name a file, with -o.")
    if os.path.lexists(output) and not force:
        raise cannot_run(
            OUTPUT_FAILED,
            f"{output} exists already; a new file was expected",
            hint="Give --force to replace it, or name another output file.",
        )


def outputs_of(output: Path) -> tuple[Path, ...]:
    """Every path that is written to for this output."""
    manifest = _manifest_of(output)
    return (output, _draft_of(output), manifest, manifest.with_name(manifest.name + ".draft"))


def write_release(
    program: Program, attachments: Sequence[Attachment], output: Path, *, manifest: ManifestInfo
) -> Release:
    """Writes the file, in the place of one that is there, and its manifest beside it.

    The file takes its place whole, and the manifest right after.

    Raises:
        UserError: FTC403 for an entity whose name cannot be a file name.
        CannotRunError: FTC404 where the system refuses; the old file is as it was then.
    """
    images = lay_out(program)
    listed = make_manifest((*images, *attachments), manifest)
    draft = _draft_of(output)
    try:
        with drafted(draft) as stream:
            _write(stream, images, attachments)
            stream.close()
            draft.replace(output)
            write_manifest(_manifest_of(output), listed)
    except OSError as error:
        raise cannot_run(
            OUTPUT_FAILED,
            f"cannot write the package: {error.strerror}",
            at=Location(str(error.filename or output)),
            hint="Name an output file in a folder that can be written, with -o.",
        ) from error
    return Release(path=output, manifest=listed)


def _manifest_of(output: Path) -> Path:
    return output.with_name(output.name + MANIFEST_SUFFIX)


def _draft_of(output: Path) -> Path:
    return output.with_name(f".{output.name}{DRAFT_SUFFIX}")


def _write(stream: BinaryIO, images: Iterable[FileImage], attachments: Iterable[Attachment]) -> None:
    packed = StoredGzip(stream)
    tarball = Tarball(packed)
    for image in images:
        tarball.file(image.name, image.data)
    for attachment in attachments:
        tarball.begin_file(attachment.name, attachment.size)
        with attachment.path.open("rb") as source:
            while piece := source.read(PIECE):
                tarball.add(piece)
    tarball.close()
    packed.close()
