"""Digests of the files that go into an image, as flytekit takes them."""

from __future__ import annotations

import errno
import hashlib
import os
import site
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any


class UnstableFolderError(Exception):
    """A folder whose digest would differ from machine to machine, or from run to run."""

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(folder, reason)
        self.folder = folder
        self.reason = reason


def loaded_modules_digest(root: str) -> str:
    """The digest of the user's modules that are loaded from below `root`, each with its path from there."""
    return _digest(loaded_modules(root))


def loaded_modules(root: str) -> list[tuple[str, str]]:
    """The files of the user's modules that are loaded from below `root`, in order, each with its path from there."""
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - compared as text
    installed = (own, sys.prefix, sys.base_prefix, site.getusersitepackages(), *site.getsitepackages())
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    chosen = sorted(
        file
        for file in files
        if isinstance(file, str) and not any(_is_below(file, folder) for folder in installed) and _is_below(file, root)
    )
    return [(file, os.path.relpath(file, root)) for file in chosen]


def files_digest(sources: list[Any]) -> str:
    """The digest of files and folders, files by their names and those in folders by their paths in them.

    Raises:
        UnstableFolderError: for folders whose order is the file system's, or that hold what running leaves behind.
        OSError: for files that cannot be read; `UnicodeEncodeError` for names that are not UTF-8.
    """
    return _digest(row for source in sources for row in _files_of(source))


def _files_of(source: Any) -> Iterable[tuple[str, str]]:
    if not Path(source).is_dir():
        return [(str(source), Path(source).name)] if Path(source).exists() else []
    rows: list[tuple[str, str]] = []
    for folder, below, files in os.walk(source):
        if "__pycache__" in below:
            raise UnstableFolderError(str(source), "which holds modules that running Python has compiled")
        if len(below) > 1:
            raise UnstableFolderError(str(source), "in which folders come in the order of the file system")
        paths = (os.path.join(folder, file) for file in sorted(files))  # noqa: PTH118 - as os.walk has them
        rows.extend((path, os.path.relpath(path, source)) for path in paths if Path(path).exists())
    return rows


def _digest(files: Iterable[tuple[str, str]]) -> str:
    digest = hashlib.md5(usedforsecurity=False)
    for path, shown in files:
        if not Path(path).is_file():  # a pipe would never end
            raise OSError(errno.EINVAL, "it is no file", path)
        digest.update(Path(path).read_bytes())
        digest.update(shown.replace(os.sep, "").encode("utf-8"))
    return digest.hexdigest()


def _is_below(file: str, folder: str) -> bool:
    try:
        return os.path.commonpath([file, folder]) == folder
    except ValueError:  # one is relative
        return False
