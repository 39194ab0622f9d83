"""Where emitted files come from: a folder, one file, an archive or a stream, each as files in registration order."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from flytec.artifact.archive import HEAD_BYTES, MAX_UNPACKED_BYTES, Member, is_archive, read_members
from flytec.artifact.guess import MAX_FILE_BYTES, UnreadableError, reason
from flytec.artifact.place import Place
from flytec.codes import FOREIGN_FILE
from flytec.diagnostics import Diagnostic, Location, Severity

_MAX_NAMED = 5


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes under the name that tells its type, or why there are none; `source` is where a reader finds it."""

    name: str
    source: str
    data: bytes = b""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Files, read as they are asked for; the place whose manifests may know them; what is to be said about others."""

    files: Iterable[File]
    place: Place | None = None
    findings: tuple[Diagnostic, ...] = ()


def open_folder(folder: Path) -> Source:
    """The `.pb` files of a folder; raises `UnreadableError` where there is none, and `OSError`."""
    names = sorted((entry.name for entry in folder.iterdir() if entry.is_file()), key=_registration_order)
    units = [name for name in names if name.endswith(".pb")]
    if not units:
        raise UnreadableError("no .pb file is in the folder")
    files = (_read_file(folder / name) for name in units)
    return Source(files, Place(folder.resolve()), _refused(str(folder), names))


def open_stream(stream: BinaryIO, source: str, path: Path | None = None) -> Source:
    """One message or an archive; `path` is where the stream comes from, where it is a file.

    Raises `UnreadableError` for an archive without `.pb` files or with the name of one, and `OSError`.
    """
    head = stream.read(HEAD_BYTES)
    if not is_archive(head):
        data = head + stream.read(MAX_FILE_BYTES + 1 - len(head))
        file = File(path.name if path else source, source, data)
        return Source((file,), Place(path.resolve().parent) if path else None)
    if source.endswith(".pb"):
        raise UnreadableError("this is an archive, and the file name says message; a name in .tgz or .tar was expected")
    if stream.seekable():
        stream.seek(0)
    else:
        stream = io.BytesIO(head + stream.read(MAX_UNPACKED_BYTES))
    return _open_archive(stream, source)


def _read_file(path: Path) -> File:
    try:
        with path.open("rb") as stream:
            return File(path.name, str(path), stream.read(MAX_FILE_BYTES + 1))
    except OSError as error:
        return File(path.name, str(path), fault=reason(error))


def _open_archive(stream: BinaryIO, source: str) -> Source:
    members = sorted(_until_damage(stream), key=lambda member: _registration_order(member.name))
    files = [
        File(member.name, f"{source}!{member.name}" if member.name else source, member.data, member.fault)
        for member in members
        if member.fault or (member.name.endswith(".pb") and not member.is_link)
    ]
    if not files:
        raise UnreadableError("no .pb file is in the archive")
    links = tuple(
        _warning(source, f"{member.name} is a link, which flytectl passes over") for member in members if member.is_link
    )
    names = [member.name for member in members if not member.is_link and member.name]
    return Source(files, None, (*links, *_refused(source, names)))


def _until_damage(stream: BinaryIO) -> Iterator[Member]:
    """The members of an archive, and a last one without a name that says why there are no more."""
    try:
        yield from read_members(stream)
    except UnreadableError as error:
        yield Member("", fault=str(error))


def _registration_order(name: str) -> bytes:
    """Rule: flytectl sorts the paths by their bytes, and registers in that order."""
    return name.encode(errors="surrogateescape")


def _refused(source: str, names: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Warns of files that make `flytectl register files` refuse all of them."""
    others = [name for name in names if not name.endswith(".pb") and not _is_source_code(name)]
    if not others:
        return ()
    more = len(others) - _MAX_NAMED
    named = ", ".join(others[:_MAX_NAMED]) + (f" and {more} more" if more > 0 else "")
    verb = "is" if len(others) == 1 else "are"
    return (_warning(source, f"{named} {verb} not .pb; `flytectl register files` refuses all files along with it"),)


def _is_source_code(name: str) -> bool:
    base = name.rpartition("/")[2]
    return base.startswith("fast") and base.endswith(".tar.gz")


def _warning(source: str, message: str) -> Diagnostic:
    return Diagnostic(code=FOREIGN_FILE, severity=Severity.WARNING, message=message, location=Location(source))
