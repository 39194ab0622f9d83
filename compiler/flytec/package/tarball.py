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
        info = _info(name, _EXECUTABLE_MODE if executable else _MODE)
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


def _info(name: str, mode: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.mode = mode
    info.mtime = EPOCH
    return info
