"""The files that git tracks, read from the index: a tracked file is not ignored, whatever the patterns say.

Source of the format: gitformat-index(5), versions 2 to 4.
"""

from pathlib import Path

from flytec.records import dataclass

_HEADER = 12
_STAT = 40
_EXTENDED = 0x4000
_NAME_LENGTH = 0x0FFF


class UnreadableIndexError(Exception):
    """Why the index cannot be read: one line."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """What is tracked, by paths from the top of the work tree: files, and all folders around them."""

    files: frozenset[bytes]
    folders: frozenset[bytes]


NOTHING_TRACKED = Tracked(frozenset(), frozenset())


def read_index(path: str, hash_size: int) -> Tracked:
    """The tracked files; nothing where there is no index.

    Raises `UnreadableIndexError` for a form that is not known, and `OSError`.
    """
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        return NOTHING_TRACKED
    try:
        files = _entries(data, hash_size)
    except (IndexError, ValueError) as error:
        raise UnreadableIndexError("it is damaged") from error
    folders = {b"/".join(parts[:end]) for parts in (file.split(b"/") for file in files) for end in range(1, len(parts))}
    return Tracked(frozenset(files), frozenset(folders))


def _entries(data: bytes, hash_size: int) -> list[bytes]:
    version, count = (int.from_bytes(data[start : start + 4], "big") for start in (4, 8))
    if data[:4] != b"DIRC" or version not in (2, 3, 4):
        raise UnreadableIndexError(f"its version is {version}; 2, 3 or 4 was expected")
    files: list[bytes] = []
    at, name = _HEADER, b""
    for _ in range(count):
        start, at = at, at + _STAT + hash_size
        flags = int.from_bytes(data[at : at + 2], "big")
        at += 4 if flags & _EXTENDED else 2
        if version == 4:
            dropped, at = _offset(data, at)
            end = data.index(b"\0", at)
            name = name[: len(name) - dropped] + data[at:end]
            at = end + 1
        else:
            length = flags & _NAME_LENGTH
            end = at + length if length < _NAME_LENGTH else data.index(b"\0", at)
            name = data[at:end]
            at = end + 8 - (end - start) % 8
        if at > len(data) - hash_size:
            raise ValueError("an entry goes past the end")
        files.append(name.rstrip(b"/"))
    _refuse_split(data, at, hash_size)
    return files


def _offset(data: bytes, at: int) -> tuple[int, int]:
    """A number of variable length, as in pack files' offsets, and where the rest begins."""
    value = data[at] & 0x7F
    while data[at] & 0x80:
        at += 1
        value = ((value + 1) << 7) | (data[at] & 0x7F)
    return value, at + 1


def _refuse_split(data: bytes, at: int, hash_size: int) -> None:
    """Raises `UnreadableIndexError` where most entries are in another file."""
    while at + 8 <= len(data) - hash_size:
        if data[at : at + 4] == b"link":
            raise UnreadableIndexError("it is split into several files")
        at += 8 + int.from_bytes(data[at + 4 : at + 8], "big")
