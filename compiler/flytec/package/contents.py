"""Reads source files in pieces, and notices when one changes on the way."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from flytec.codes import CHANGING_FILE, UNREADABLE_SOURCE
from flytec.diagnostics import CannotRunError, Location, cannot_run
from flytec.tree.listing import Entry, EntryKind

PIECE = 1 << 20

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_in_pieces(entry: Entry) -> Iterator[bytes]:
    """The bytes of an entry; of a link to a file, those of what it leads to.

    Raises:
        CannotRunError: FTC501 where it cannot be read, FTC504 where it is not what was listed, or changes meanwhile.
    """
    try:
        descriptor = os.open(entry.place, os.O_RDONLY | _WITHOUT_WAITING)
    except OSError as error:
        raise _unreadable(entry, error) from error
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode) or (entry.kind is EntryKind.FILE and before.st_size != entry.size):
            raise _changing(entry)
        left = before.st_size
        while left and (piece := os.read(descriptor, min(left, PIECE))):
            left -= len(piece)
            yield piece
        after = os.fstat(descriptor)
        if left or (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
            raise _changing(entry)
    except OSError as error:
        raise _unreadable(entry, error) from error
    finally:
        os.close(descriptor)


def _unreadable(entry: Entry, error: OSError) -> CannotRunError:
    return cannot_run(
        UNREADABLE_SOURCE,
        f"it cannot be read: {error.strerror}",
        at=Location(entry.path),
        hint="Make it readable, or ignore it.",
    )


def _changing(entry: Entry) -> CannotRunError:
    return cannot_run(
        CHANGING_FILE,
        "it changed while it was read; a tree that stays as it is was expected",
        at=Location(entry.path),
        hint="Run again when nothing writes to it, or ignore it.",
    )
