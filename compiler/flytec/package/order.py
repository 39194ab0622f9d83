"""The order of an archive's entries, and the digest in its name: flytekit's, for the same files.

flytekit hashes contents and paths in one of two orders. With a copy style it sorts by path; without one, as
`serialize fast` has it, it goes from folder to folder, the files of each before those of its subfolders. It takes the
subfolders as the file system lists them; here they are sorted, or the name would hang on the machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from flytec.settings.copying import CopyFileDetection
from flytec.tree.listing import Entry, EntryKind


def in_order(entries: Iterable[Entry], copy_style: CopyFileDetection | None) -> list[Entry]:
    """The entries as flytekit goes through them."""
    if copy_style is None:
        return sorted(entries, key=_by_folder)
    return sorted(entries, key=lambda entry: entry.path)


def _by_folder(entry: Entry) -> tuple[tuple[bool, str], ...]:
    *folders, name = entry.path.split("/")
    return (*((True, folder) for folder in folders), (False, name))


class Digest:
    """flytekit's digest of the sources: MD5 over each file's content, then its path without the slashes.

    A link to a file counts as the file; one to a folder does not count, as in flytekit.
    """

    __slots__ = ("_hash",)

    def __init__(self) -> None:
        self._hash = hashlib.md5(usedforsecurity=False)

    def content(self, data: bytes) -> None:
        """Adds bytes of the entry that comes next."""
        self._hash.update(data)

    def end(self, entry: Entry) -> None:
        """Adds the path of an entry whose content was added."""
        if entry.kind is not EntryKind.FOLDER_LINK:
            self._hash.update(entry.path.replace("/", "").encode())

    def text(self) -> str:
        """The digest, in hexadecimal digits."""
        return self._hash.hexdigest()
