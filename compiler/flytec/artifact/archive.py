"""The files in a `.tar` or `.tgz`, read in memory: nothing is unpacked to disk, and all sizes have a bound."""

import gzip
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from flytec.artifact.guess import MAX_FILE_BYTES, UnreadableError
from flytec.records import dataclass

MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
MAX_MEMBERS = 100_000

_GZIP_MAGIC = b"\x1f\x8b"
_TAR_MAGIC = b"ustar"
_TAR_MAGIC_AT = 257
HEAD_BYTES = 512
"""How much of a file `is_archive` has to see."""


@dataclass(frozen=True, slots=True)
class Member:
    """An entry of an archive: the bytes of a file, or why it was not read."""

    name: str
    data: bytes = b""
    fault: str = ""
    is_link: bool = False
    is_folder: bool = False


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so is an archive; no flyteidl message begins like one."""
    return head.startswith(_GZIP_MAGIC) or head[_TAR_MAGIC_AT:].startswith(_TAR_MAGIC)


def read_members(stream: BinaryIO) -> Iterator[Member]:
    """Every entry of an archive, in its order; only `.pb` files come with their bytes.

    Raises `UnreadableError` for an archive that is damaged, or larger than can be honest.
    """
    head = stream.read(len(_GZIP_MAGIC))
    stream.seek(0)
    packed = gzip.GzipFile(fileobj=stream) if head == _GZIP_MAGIC else stream
    try:
        bounded = _Bounded(packed)
        with tarfile.open(fileobj=cast(BinaryIO, bounded), mode="r:") as archive:
            for count, member in enumerate(archive):
                if count >= MAX_MEMBERS or member.size < 0:
                    raise UnreadableError(f"the archive holds more than {MAX_MEMBERS} entries")
                yield _read_member(archive, member)
            # The library takes any header that it cannot read for the end, unless it is the first.
            bounded.seek(archive.offset)
            if bounded.read(tarfile.BLOCKSIZE).strip(b"\0"):
                raise UnreadableError("the archive is damaged: one of its headers is broken")
    except (tarfile.TarError, EOFError, OSError, ValueError, OverflowError, zlib.error) as error:
        raise UnreadableError(f"the archive is damaged: {error}") from error


def _read_member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Member:
    path = PurePosixPath(member.name)
    if path.is_absolute() or ".." in path.parts:
        return Member(member.name, fault="the name leads out of the archive")
    if member.isdir():
        return Member(member.name, is_folder=True)
    if not member.isreg():
        return Member(member.name, is_link=True)
    if path.suffix != ".pb":
        return Member(member.name)
    if member.size > MAX_FILE_BYTES:
        return Member(member.name, fault=f"the file is larger than {MAX_FILE_BYTES >> 20} MiB, the most that is read")
    content = archive.extractfile(member)
    data = content.read() if content else b""
    if len(data) != member.size:
        raise UnreadableError("the archive is damaged: it ends within a file")
    return Member(member.name, data)


class _Bounded:
    """A stream that goes forward only, and not forever: headers that lie about sizes end in an error."""

    __slots__ = ("_stream",)

    def __init__(self, stream: BinaryIO | gzip.GzipFile) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= MAX_FILE_BYTES + tarfile.RECORDSIZE:
            raise UnreadableError("the archive is damaged: one of its headers is too large")
        return self._stream.read(size)

    def seek(self, offset: int) -> int:
        if offset > MAX_UNPACKED_BYTES:
            raise UnreadableError(f"the archive holds more than {MAX_UNPACKED_BYTES >> 30} GiB")
        if offset < self._stream.tell() - tarfile.BLOCKSIZE:
            raise UnreadableError("the archive is damaged: its entries overlap")
        return self._stream.seek(offset)

    def tell(self) -> int:
        return self._stream.tell()
