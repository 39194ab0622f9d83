"""Tar archives whose bytes hang on names, contents and the executable bit alone."""

import tarfile
from typing import Protocol

EPOCH = 315532800
"""1980-01-01, the time that flytekit gives to all entries."""

_MODE = 0o644
_EXECUTABLE_MODE = 0o755
_LINK_MODE = 0o777
_RECORD_BLOCKS = tarfile.RECORDSIZE // tarfile.BLOCKSIZE


class Sink(Protocol):
    """Where the bytes of an archive go."""

    def write(self, data: bytes) -> object:
        """Adds data."""


class Tarball:
    """Writes entries to `sink` in the order in which they are added; in GNU's form, which every `tar` reads."""

    __slots__ = ("_blocks", "_left", "_padding", "_sink")

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._blocks = 0
        self._left = 0
        self._padding = 0

    def begin_file(self, name: str, size: int, *, executable: bool = False) -> None:
        """Begins a file of `size` bytes, which `add` then has to be given."""
        mode = _EXECUTABLE_MODE if executable else _MODE
        if name.isascii() and len(name) <= tarfile.LENGTH_NAME and size < _LARGE:
            self._sink.write(_short_header(name.encode(), size, executable=executable))
            self._blocks += 1 + -(-size // tarfile.BLOCKSIZE)
        else:
            info = _info(name, mode)
            info.size = size
            self._header(info)
        self._left = size
        self._padding = -size % tarfile.BLOCKSIZE

    def add(self, data: bytes) -> None:
        """Adds bytes of the file that was begun last."""
        self._sink.write(data)
        self._left -= len(data)
        if not self._left and self._padding:
            self._sink.write(b"\0" * self._padding)
            self._padding = 0

    def file(self, name: str, data: bytes) -> None:
        """Adds a whole file."""
        self.begin_file(name, len(data))
        if data:
            self.add(data)

    def link(self, name: str, target: str) -> None:
        """Adds a symbolic link."""
        info = _info(name, _LINK_MODE)
        info.type = tarfile.SYMTYPE
        info.linkname = target
        self._header(info)

    def close(self) -> None:
        """Ends the archive, filled up to a whole record."""
        missing = 2 + (-(self._blocks + 2)) % _RECORD_BLOCKS
        self._sink.write(b"\0" * (missing * tarfile.BLOCKSIZE))

    def _header(self, info: tarfile.TarInfo) -> None:
        data = info.tobuf(tarfile.GNU_FORMAT, "utf-8", "strict")
        self._sink.write(data)
        self._blocks += len(data) // tarfile.BLOCKSIZE + -(-info.size // tarfile.BLOCKSIZE)


def _short_header(name: bytes, size: int, *, executable: bool) -> bytes:
    """What `tarfile` makes for a name of its short form; it takes ten times as long, which counts for many files."""
    template = _EXECUTABLE_TEMPLATE if executable else _TEMPLATE
    name, digits = name.ljust(_NAME_END, b"\0"), b"%011o\0" % size
    head, middle, tail = template[_NAME_END:_SIZE], template[_SIZE_END:_CHECKSUM], template[_CHECKSUM_END:]
    # The checksum counts its own field as spaces.
    checksum = sum(name) + sum(digits) + sum(head) + sum(middle) + sum(tail) + 8 * 0x20
    return b"".join((name, head, digits, middle, b"%06o\0 " % checksum, tail))


def _info(name: str, mode: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.mode = mode
    info.mtime = EPOCH
    return info


_NAME_END, _SIZE, _SIZE_END, _CHECKSUM, _CHECKSUM_END = 100, 124, 136, 148, 156
_LARGE = 8**11
_TEMPLATE, _EXECUTABLE_TEMPLATE = (
    _info("", mode).tobuf(tarfile.GNU_FORMAT, "utf-8", "strict") for mode in (_MODE, _EXECUTABLE_MODE)
)
