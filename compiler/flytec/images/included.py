"""The files that a file of requirements includes (pip's requirements file format, `-r` and `-c`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from flytec.codes import SOURCE_OUTSIDE_ROOT
from flytec.diagnostics import Location, cannot_run
from flytec.images.lockfiles import unresolved

_INCLUDE = re.compile(r"\s*(?:-r|-c|--requirement|--constraint)(?:\s+|=|(?<=-[rc]))(?P<file>[^#\s]+)")


def included_files(file: Path) -> dict[str, Path]:
    """The files that `file` includes, and those that they include, by their path from its folder.

    Raises:
        CannotRunError: FTC536 for one that does not exist, FTC540 for one that is not below the folder; `OSError`.
    """
    found: dict[str, Path] = {}
    waiting = [file]
    while waiting:
        current = waiting.pop()
        for line, name in _included(current):
            path = (current.parent / name).resolve()
            if not path.is_file():
                raise unresolved(current, f"line {line} includes {name}, which does not exist")
            if not path.is_relative_to(file.parent.resolve()):
                raise cannot_run(
                    SOURCE_OUTSIDE_ROOT,
                    f"the file includes {name}, which lies outside of its folder",
                    at=Location(str(current), line),
                    hint="Put the file beside the one that includes it.",
                )
            key = path.relative_to(file.parent.resolve()).as_posix()
            if key not in found:
                found[key] = path
                waiting.append(path)
    return dict(sorted(found.items()))


def _included(file: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if (match := _INCLUDE.match(line)) and "://" not in match["file"]:
            yield number, match["file"]
