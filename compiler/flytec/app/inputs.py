"""Telling sources from emitted files: by what a path is, not by what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flytec.artifact.guess import MAX_FILE_BYTES, UnreadableError, guess_unit
from flytec.codes import SOURCE_NOT_FOUND, UNUSABLE_SOURCE
from flytec.diagnostics import cannot_run
from flytec.records import dataclass

STDIN = "-"
_FILE_SUFFIXES = frozenset((".py", ".pb", ".tar", ".tgz", ".gz"))


@dataclass(frozen=True, slots=True)
class Inputs:
    """Paths in the order given: sources as `flytec compile` takes them, and emitted files, folders and archives."""

    sources: tuple[str, ...]
    artifacts: tuple[str, ...]


def sort_inputs(paths: Sequence[str], cwd: Path) -> Inputs:
    """Which paths are sources, and which are artifacts.

    A `.py` file, a folder with Python files in or below it and a dotted name are sources. All other files are
    artifacts, and so is a folder that has a `.pb` file with a flyteidl message directly in it.

    Raises:
        CannotRunError: FTC100 for a path that does not exist, FTC108 for a folder that is both.
    """
    kinds = {path: _is_artifact(path, cwd) for path in paths}
    return Inputs(
        sources=tuple(path for path in dict.fromkeys(paths) if not kinds[path]),
        artifacts=tuple(path for path in dict.fromkeys(paths) if kinds[path]),
    )


def _is_artifact(text: str, cwd: Path) -> bool:
    if text == STDIN:
        return True
    path = cwd / text
    if text and path.is_dir():
        return _is_artifact_folder(path, text)
    if path.is_file() or (text and path.exists()):
        return path.suffix != ".py"
    if text and path.suffix not in _FILE_SUFFIXES and all(part.isidentifier() for part in text.split(".")):
        return False
    raise cannot_run(
        SOURCE_NOT_FOUND,
        f"{text or 'a path without a name'} does not exist; "
        "a source, an emitted file or folder, an archive or a dotted package was expected",
        hint=f"Name it relative to {cwd}, or in full.",
    )


def _is_artifact_folder(folder: Path, shown: str) -> bool:
    messages = [path for path in sorted(folder.glob("*.pb")) if path.is_file()]
    if not messages:
        return False
    if not any(folder.glob("*.py")):
        return True
    if not any(map(_has_message, messages)):
        return False
    raise cannot_run(
        UNUSABLE_SOURCE,
        f"{shown} holds both Python files and emitted files, expected a folder of one kind",
        hint="Name the files, such as FOLDER/*.py or FOLDER/*.pb.",
    )


def _has_message(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            guess_unit(stream.read(MAX_FILE_BYTES + 1), path.name)
    except (OSError, UnreadableError):
        return False
    return True
