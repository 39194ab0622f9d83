"""Layers as reproducible archives: sorted, owned by root, without times, in few modes."""

from __future__ import annotations

import gzip
import hashlib
import os
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Literal, cast

from flytec.codes import CHANGING_FILE
from flytec.diagnostics import Location, cannot_run
from flytec.images import media
from flytec.images.blobs import Blobs, Descriptor, NewBlob
from flytec.images.recipe import ImageFile
from flytec.records import dataclass

Compression = Literal["none", "gzip"]


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer in a folder of blobs; `diff_id` is the digest of the archive before compression."""

    descriptor: Descriptor
    diff_id: str
    created_by: str


class _Tee:
    """Takes the archive: its digest, and what becomes of it."""

    def __init__(self, target: NewBlob | gzip.GzipFile) -> None:
        self._target = target
        self.hash = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.hash.update(data)
        self._target.write(data)
        return len(data)


def write_layer(
    files: Iterable[ImageFile], known_folders: Iterable[str], blobs: Blobs, compression: Compression, created_by: str
) -> Layer:
    """Writes a layer of files; `known_folders`, those of the layers below, keep owner and mode.

    Raises:
        CannotRunError: FTC504 for a file that changes while it is read; `OSError`.
    """
    rows = sorted(files, key=lambda file: file.path)
    with blobs.new() as blob:
        if compression == "gzip":
            with gzip.GzipFile(
                filename="", mode="wb", compresslevel=6, fileobj=cast(BinaryIO, blob), mtime=0
            ) as packed:
                diff = _archive(rows, known_folders, _Tee(packed))
        else:
            diff = _archive(rows, known_folders, _Tee(blob))
    media_type = media.LAYER_GZIP if compression == "gzip" else media.LAYER
    return Layer(Descriptor(media_type, blob.digest, blob.size), diff, created_by)


def _archive(rows: list[ImageFile], known_folders: Iterable[str], tee: _Tee) -> str:
    known = set(known_folders)
    with tarfile.open(fileobj=cast(BinaryIO, tee), mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for row in rows:
            name = row.path.lstrip("/")
            for folder in _missing_folders(name, known):
                archive.addfile(_entry(folder, tarfile.DIRTYPE, 0o755))
            if row.target:
                link = _entry(name, tarfile.SYMTYPE, 0o777)
                link.linkname = row.target
                archive.addfile(link)
            else:
                _add_file(archive, row, name)
    return f"sha256:{tee.hash.hexdigest()}"


def _missing_folders(name: str, known: set[str]) -> list[str]:
    parts = name.split("/")[:-1]
    folders = ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
    missing = [folder for folder in folders if folder not in known]
    known.update(missing)
    return missing


def _add_file(archive: tarfile.TarFile, row: ImageFile, name: str) -> None:
    with Path(row.source).open("rb") as stream:
        entry = _entry(name, tarfile.REGTYPE, row.mode)
        entry.size = os.fstat(stream.fileno()).st_size
        try:
            archive.addfile(entry, stream)
        except tarfile.ReadError as error:  # it ends before its size
            raise _changed(row) from error
        if stream.read(1):
            raise _changed(row)


def _changed(row: ImageFile) -> Exception:
    return cannot_run(
        CHANGING_FILE,
        "the file changed while the image was built, expected the bytes that the image is named by",
        at=Location(row.source),
        hint="Build again.",
    )


def _entry(name: str, kind: bytes, mode: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type = kind
    entry.mode = mode
    return entry
