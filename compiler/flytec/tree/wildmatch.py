"""git's glob patterns as regular expressions over bytes.

Source of the rules: git's `wildmatch.c`. pathspec works on text and gives verdicts for whole paths; git matches bytes
(`?` is one byte), one path component level at a time, with rules of its own for `**`, brackets and backslashes.
"""

import re
from collections.abc import Callable, Iterator
from enum import Enum

from flytec.records import dataclass

_STAR, _QUESTION, _OPEN, _BACKSLASH, _SLASH = b"*"[0], b"?"[0], b"["[0], b"\\"[0], b"/"[0]
_BYTES = range(256)
_NOT_SLASH = rb"[^/]"
SPECIAL = b"*?[\\"
"""The bytes at which a pattern stops to be a literal name."""


class _Run(Enum):
    """What a run of asterisks matches: within a component, anything, or any number of whole folders."""

    WITHIN = rb"[^/]*"
    ANYTHING = rb".*"
    FOLDERS = rb"(?:.*/)?"


def literal_length(pattern: bytes) -> int:
    """How many bytes stand before the first special one."""
    return next((index for index, byte in enumerate(pattern) if byte in SPECIAL), len(pattern))


def compile_glob(pattern: bytes, *, components: bool, fold_case: bool) -> re.Pattern[bytes] | None:
    """The expression that matches in full what git matches, `None` for a pattern that matches nothing.

    `components` is git's WM_PATHNAME: `*` stops at slashes, and `**` may cross them. The literal beginning is taken off
    first, as git does; this decides whether a `**` after it counts as one at a beginning.
    """
    start = literal_length(pattern)
    try:
        pieces = list(_pieces(pattern[start:], components=components, fold_case=fold_case))
    except _MatchesNothingError:
        return None
    text = b"".join(_literal(byte, fold_case=fold_case) for byte in pattern[:start]) + _joined(pieces)
    return re.compile(text, re.DOTALL)


class _MatchesNothingError(Exception):
    """The pattern is malformed: git then lets it match nothing."""


def _pieces(pattern: bytes, *, components: bool, fold_case: bool) -> Iterator[bytes | _Run]:
    """The pattern as expressions for one byte each, and runs of asterisks."""
    at = 0
    while at < len(pattern):
        byte = pattern[at]
        if byte == _STAR:
            run, at = _run_at(pattern, at, components=components)
            yield run
        elif byte == _QUESTION:
            yield _NOT_SLASH
            at += 1
        elif byte == _OPEN:
            members, at = _bracket_at(pattern, at, fold_case=fold_case)
            yield _one_of(members)
        else:
            escaped = byte == _BACKSLASH
            at += escaped
            if at == len(pattern):
                raise _MatchesNothingError
            yield _literal(pattern[at], fold_case=fold_case, escaped=escaped)
            at += 1


def _run_at(pattern: bytes, start: int, *, components: bool) -> tuple[_Run, int]:
    """What the asterisks at `start` stand for, and where the rest begins."""
    end = start
    while end < len(pattern) and pattern[end] == _STAR:
        end += 1
    rest = pattern[end : end + 2]
    alone = (start == 0 or pattern[start - 1] == _SLASH) and (not rest or rest[:1] == b"/" or rest == b"\\/")
    if end - start < 2 or not components or not alone:
        return _Run.WITHIN, end
    if rest[:1] == b"/":
        return _Run.FOLDERS, end + 1
    return _Run.ANYTHING, end


def _joined(pieces: list[bytes | _Run]) -> bytes:
    """One expression. What follows a `*` up to the next asterisk is found at its first place only.

    No later place can succeed where the first one fails, since the next `*` takes whatever lies between; without this,
    a few asterisks in one pattern take time without bound.
    """
    text, index, runs = b"", 0, 0
    while index < len(pieces):
        piece = pieces[index]
        index += 1
        if not isinstance(piece, _Run):
            text += piece
            continue
        end = next((at for at in range(index, len(pieces)) if isinstance(pieces[at], _Run)), len(pieces))
        if piece is not _Run.WITHIN or end == len(pieces):
            text += piece.value
            continue
        chunk = b"".join(one for one in pieces[index:end] if isinstance(one, bytes))
        runs += 1
        text += b"(?=(%s?%s))\\%d" % (piece.value, chunk, runs)
        index = end
    return text


def _literal(byte: int, *, fold_case: bool, escaped: bool = False) -> bytes:
    """One byte of the path; with `fold_case` git lowers it, and that of the pattern unless it is escaped."""
    if fold_case:
        wanted = byte if escaped else _lower(byte)
        return _one_of({other for other in _BYTES if _lower(other) == wanted})
    return re.escape(bytes([byte]))


def _one_of(members: set[int]) -> bytes:
    """One byte of a set, which never holds the slash."""
    if not members:
        raise _MatchesNothingError
    return b"[" + b"".join(b"\\x%02x" % byte for byte in sorted(members)) + b"]"


def _lower(byte: int) -> int:
    return bytes([byte]).lower()[0]


@dataclass(slots=True)
class _Cursor:
    """A place in a pattern; past its end stands what ends a bracket wrongly."""

    pattern: bytes
    at: int

    def byte(self, ahead: int = 0) -> int:
        """The byte at this place; raises `_MatchesNothingError` at the end, where git finds a NUL."""
        if self.at + ahead >= len(self.pattern):
            raise _MatchesNothingError
        return self.pattern[self.at + ahead]

    def has(self, text: bytes) -> bool:
        return self.pattern.startswith(text, self.at)


def _bracket_at(pattern: bytes, start: int, *, fold_case: bool) -> tuple[set[int], int]:
    """The bytes that a bracket expression stands for, and where the rest begins.

    With `fold_case` git lowers the byte of the path but not those of the bracket, except in ranges and in `[:upper:]`.
    """
    cursor = _Cursor(pattern, start + 1)
    negated = cursor.byte() in b"!^"
    cursor.at += negated
    tests: list[Callable[[int], bool]] = []
    before: int | None = None
    while True:
        test, before = _member_at(cursor, before, fold_case=fold_case)
        tests.append(test)
        cursor.at += 1
        if cursor.byte() == b"]"[0]:
            break
    found = {
        byte
        for byte in _BYTES
        if any(test(_lower(byte) if fold_case else byte) for test in tests) is not negated and byte != _SLASH
    }
    return found, cursor.at + 1


def _member_at(cursor: _Cursor, before: int | None, *, fold_case: bool) -> tuple[Callable[[int], bool], int | None]:
    """One member of a bracket, with the byte that a range after it would begin at; leaves the cursor at its last byte.

    `before` is what the member before left.
    """
    byte = cursor.byte()
    if byte == _BACKSLASH:
        cursor.at += 1
        return _is(cursor.byte()), cursor.byte()
    if byte == b"-"[0] and before and cursor.at + 1 < len(cursor.pattern) and cursor.byte(1) != b"]"[0]:
        cursor.at += 1
        cursor.at += cursor.byte() == _BACKSLASH
        return _in_range(before, cursor.byte(), fold_case=fold_case), None
    if cursor.has(b"[:"):
        end = cursor.pattern.find(b"]", cursor.at + 2)
        if end < 0:
            raise _MatchesNothingError
        if end - 1 >= cursor.at + 2 and cursor.pattern[end - 1] == b":"[0]:
            name = cursor.pattern[cursor.at + 2 : end - 1]
            cursor.at = end
            return _in_class(name, fold_case=fold_case), None
    return _is(byte), byte


def _is(byte: int) -> Callable[[int], bool]:
    return lambda found: found == byte


def _in_range(first: int, last: int, *, fold_case: bool) -> Callable[[int], bool]:
    def test(found: int) -> bool:
        upper = bytes([found]).upper()[0] if fold_case else found
        return first <= found <= last or first <= upper <= last

    return test


def _in_class(name: bytes, *, fold_case: bool) -> Callable[[int], bool]:
    members = _CLASSES.get(b"alpha" if fold_case and name == b"upper" else name)
    if members is None:
        raise _MatchesNothingError
    return members.__contains__


_SPACE = frozenset(b" \t\n\r")
_LOWER, _UPPER, _DIGIT = (frozenset(range(ord(first), ord(last) + 1)) for first, last in ("az", "AZ", "09"))
_PRINT = frozenset(range(0x20, 0x7F))
# As git's own ctype tables have them, whatever the locale.
_CLASSES = {
    b"alnum": _LOWER | _UPPER | _DIGIT,
    b"alpha": _LOWER | _UPPER,
    b"blank": frozenset(b" \t"),
    b"cntrl": frozenset(range(0x20)) | {0x7F},
    b"digit": _DIGIT,
    b"graph": _PRINT - _SPACE,
    b"lower": _LOWER,
    b"print": _PRINT,
    b"punct": _PRINT - _SPACE - _LOWER - _UPPER - _DIGIT,
    b"space": _SPACE,
    b"upper": _UPPER,
    b"xdigit": _DIGIT | frozenset(b"abcdefABCDEF"),
}
