"""The patterns of one `.gitignore` or exclude file, and which of them decides on a path.

Source of the rules: git's `dir.c` (`add_patterns_from_buffer`, `parse_path_pattern`, `last_matching_pattern`).
"""

import os
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from flytec.records import dataclass
from flytec.tree.wildmatch import compile_glob, literal_length

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class GitPattern:
    """One line: what it is matched against, by what, and where it stands. `rank` is its place among the others."""

    rank: int
    line: int
    text: str
    glob: bytes
    negative: bool
    folders_only: bool
    by_name: bool


_Matcher: TypeAlias = tuple[GitPattern, re.Pattern[bytes]]
_Literals: TypeAlias = dict[bytes, list[GitPattern]]


class GitPatterns:
    """The patterns of one file; the last one that matches decides.

    Most are plain names or endings, which are looked up; the rest are tried one by one.
    """

    __slots__ = ("_ending_list", "_endings", "_globs", "_names", "_path_globs", "_paths", "source")

    def __init__(self, source: str, data: bytes, *, fold_case: bool = False) -> None:
        self.source = source
        self._names: _Literals = {}
        self._paths: _Literals = {}
        self._ending_list: list[tuple[GitPattern, bytes]] = []
        self._globs: list[_Matcher] = []
        self._path_globs: list[_Matcher] = []
        for pattern in parse(data):
            self._add(pattern, fold_case=fold_case)
        self._endings = tuple(ending for _, ending in self._ending_list)

    def __bool__(self) -> bool:
        return bool(self._names or self._paths or self._ending_list or self._globs or self._path_globs)

    def deciding(self, path: bytes, name: bytes, *, is_folder: bool) -> GitPattern | None:
        """The pattern that decides on what lies at `path` below the file's folder, under its last part `name`."""
        best: GitPattern | None = None
        for pattern in self._candidates(path, name):
            if (best is None or pattern.rank > best.rank) and (is_folder or not pattern.folders_only):
                best = pattern
        return best

    def _candidates(self, path: bytes, name: bytes) -> Iterator[GitPattern]:
        yield from self._names.get(name, ())
        yield from self._paths.get(path, ())
        if name.endswith(self._endings):
            yield from (pattern for pattern, ending in self._ending_list if name.endswith(ending))
        for pattern, glob in self._globs:
            if glob.fullmatch(name):
                yield pattern
        for pattern, glob in self._path_globs:
            if glob.fullmatch(path):
                yield pattern

    def _add(self, pattern: GitPattern, *, fold_case: bool) -> None:
        glob = pattern.glob
        if literal_length(glob) == len(glob) and not fold_case:
            (self._names if pattern.by_name else self._paths).setdefault(glob, []).append(pattern)
        elif pattern.by_name and glob[:1] == b"*" and literal_length(glob[1:]) == len(glob) - 1 and not fold_case:
            self._ending_list.append((pattern, glob[1:]))
        elif compiled := compile_glob(glob, components=not pattern.by_name, fold_case=fold_case):
            (self._globs if pattern.by_name else self._path_globs).append((pattern, compiled))


def parse(data: bytes) -> Iterator[GitPattern]:
    """The patterns in the bytes of a file, in their order."""
    for number, raw in enumerate(data.removeprefix(_BOM).split(b"\n"), 1):
        if raw and not raw.startswith(b"#"):
            # git takes a carriage return for part of the line's end, and reads lines as C strings.
            line = raw.removesuffix(b"\r").partition(b"\0")[0]
            yield _parsed(_without_trailing_spaces(line), number)


def patterns_of(lines: Iterable[str], source: str) -> GitPatterns:
    """Patterns that are given as text, one a line."""
    return GitPatterns(source, b"\n".join(map(os.fsencode, lines)))


def _parsed(line: bytes, number: int) -> GitPattern:
    negative = line.startswith(b"!")
    glob = line[negative:]
    folders_only = glob.endswith(b"/")
    if folders_only:
        glob = glob[:-1]
    by_name = b"/" not in glob
    return GitPattern(
        rank=number,
        line=number,
        text=os.fsdecode(line),
        glob=glob.removeprefix(b"/"),
        negative=negative,
        folders_only=folders_only,
        by_name=by_name,
    )


def _without_trailing_spaces(line: bytes) -> bytes:
    """Spaces at the end do not count, unless there is a backslash before them."""
    kept, at = 0, 0
    while at < len(line):
        if line[at : at + 1] == b"\\":
            if at + 1 == len(line):
                return line
            at += 1
            kept = at + 1
        elif line[at : at + 1] != b" ":
            kept = at + 1
        at += 1
    return line[:kept]
