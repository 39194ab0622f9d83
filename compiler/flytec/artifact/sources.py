"""Where emitted files come from: a folder, one file, an archive or a stream, each as files in registration order."""

import io
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from flytec.artifact.archive import HEAD_BYTES, MAX_UNPACKED_BYTES, Member, is_archive, read_members
from flytec.artifact.guess import MAX_FILE_BYTES, UnreadableError, reason
from flytec.artifact.place import Place
from flytec.codes import FOREIGN_FILE
from flytec.diagnostics import Diagnostic, Location, Severity
from flytec.records import dataclass

_MAX_NAMED = 5


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes under the name that tells its type, or why there are none; `source` is where a reader finds it."""

    name: str
    source: str
    data: bytes = b""
    fault: str = ""


class Container(Enum):
    """What files lie in."""

    NOTHING = "nothing"
    FOLDER = "folder"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a folder or archive, whether it is read or not; `source` is where a reader finds it."""

    name: str
    source: str
    is_folder: bool = False
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Files, read as they are asked for; the place whose manifests may know them; what is to be said about others.

    `listing` are all entries of the container, those of an archive in its order.
    """

    files: Iterable[File]
    place: Place | None = None
    findings: tuple[Diagnostic, ...] = ()
    container: Container = Container.NOTHING
    listing: tuple[Listed, ...] = ()


def open_folder(folder: Path) -> Source:
    """The `.pb` files of a folder; raises `UnreadableError` where there is none, and `OSError`."""
    entries = sorted(folder.iterdir(), key=lambda entry: _registration_order(entry.name))
    names = [entry.name for entry in entries if entry.is_file()]
    units = [name for name in names if name.endswith(".pb")]
    if not units:
        raise UnreadableError("no .pb file is in the folder")
    return Source(
        files=(_read_file(folder / name) for name in units),
        place=Place(folder.resolve()),
        findings=_refused(str(folder), names),
        container=Container.FOLDER,
        listing=tuple(Listed(entry.name, str(entry), is_folder=entry.is_dir()) for entry in entries),
    )


def open_stream(stream: BinaryIO, source: str, path: Path | None = None) -> Source:
    """One message or an archive; `path` is where the stream comes from, where it is a file.

    Raises `UnreadableError` for an archive without `.pb` files or with the name of one, and `OSError`.
    """
    head = stream.read(HEAD_BYTES)
    if not is_archive(head):
        data = head + stream.read(MAX_FILE_BYTES + 1 - len(head))
        file = File(path.name if path else source, source, data)
        listing = (Listed(file.name, source),) if path else ()
        return Source((file,), Place(path.resolve().parent) if path else None, listing=listing)
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
    listed = tuple(_until_damage(stream))
    entries = (member for member in listed if not member.is_folder)
    members = sorted(entries, key=lambda member: _registration_order(member.name))
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
    return Source(
        files=files,
        findings=(*links, *_refused(source, names)),
        container=Container.ARCHIVE,
        listing=tuple(
            Listed(member.name, f"{source}!{member.name}", member.is_folder, member.is_link)
            for member in listed
            if member.name
        ),
    )


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
