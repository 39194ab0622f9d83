"""gzip without compression: the one form of it whose bytes no library decides.

What zlib makes of the same data hangs on who built it (zlib, zlib-ng and processors' own give different bytes at every
level), and so on the machine. Stored blocks are the same everywhere. flytectl uploads the archive decompressed anyway.
"""

import zlib
from typing import BinaryIO

_BLOCK = 65535
"""The most that a stored block holds (RFC 1951, 3.2.4)."""

# Magic, deflate, no flags, no time, no extra flags, no operating system (RFC 1952).
_HEADER = b"\x1f\x8b\x08\x00" + b"\x00" * 6


class StoredGzip:
    """Writes what it is given to `stream`, as one member; `close` ends the member and leaves the stream open."""

    __slots__ = ("_checksum", "_pending", "_size", "_stream")

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._pending = bytearray()
        self._checksum = 0
        self._size = 0
        stream.write(_HEADER)

    def write(self, data: bytes) -> None:
        """Adds data; how it is cut into calls does not show in the result."""
        self._checksum = zlib.crc32(data, self._checksum)
        self._size += len(data)
        self._pending += data
        whole = len(self._pending) - len(self._pending) % _BLOCK
        if whole and whole == len(self._pending):
            whole -= _BLOCK  # the last block says that it is the last
        if whole:
            with memoryview(self._pending) as view:
                for start in range(0, whole, _BLOCK):
                    self._stream.write(_block_header(_BLOCK, last=False))
                    self._stream.write(view[start : start + _BLOCK])
            del self._pending[:whole]

    def close(self) -> None:
        """Writes the last block and the checksum."""
        self._stream.write(_block_header(len(self._pending), last=True))
        self._stream.write(self._pending)
        self._stream.write(self._checksum.to_bytes(4, "little") + (self._size % (1 << 32)).to_bytes(4, "little"))


def _block_header(length: int, *, last: bool) -> bytes:
    return bytes([last]) + length.to_bytes(2, "little") + (_BLOCK - length).to_bytes(2, "little")
