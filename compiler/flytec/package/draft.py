"""A new file beside the one whose place it takes when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from flytec.artifact.swap import exclusive

_FILE_MODE = 0o644


@contextmanager
def drafted(draft: Path) -> Iterator[BinaryIO]:
    """Opens `draft` for writing while other runs that write into its folder wait; it is gone at the end.

    Its mode does not hang on the umask. What a killed run left at that place is overwritten. The caller moves it to its
    place, after closing it.
    """
    draft.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(draft.parent):
        draft.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(draft, flags, _FILE_MODE)
        try:
            with os.fdopen(descriptor, "wb", buffering=1 << 17) as stream:
                if hasattr(os, "fchmod"):
                    os.fchmod(descriptor, _FILE_MODE)
                yield stream
        finally:
            draft.unlink(missing_ok=True)
