"""How large an archive may be, and which folders make it large."""

from __future__ import annotations

from collections.abc import Iterable

from flytec.codes import TOO_LARGE
from flytec.diagnostics import Diagnostic, Severity
from flytec.tree.listing import Entry, EntryKind

USUAL_BYTES = 50 << 20
"""What an archive has without a warning: every task downloads all of it each time that it starts."""

MAX_BYTES = (1 << 32) - 1
"""What gzip and the manifest can say the size of."""

_SHOWN_FOLDERS = 10


def size_findings(entries: Iterable[Entry], max_size: int | None) -> list[Diagnostic]:
    """An error where the files have more bytes than `max_size`, without one a warning where they have many."""
    files = [entry for entry in entries if entry.kind is EntryKind.FILE]
    size = sum(entry.size for entry in files)
    limit = MAX_BYTES if max_size is None else min(max_size, MAX_BYTES)
    if size > limit:
        severity, expected = Severity.ERROR, f"{shown_size(limit)} at most were expected"
    elif max_size is None and size > USUAL_BYTES:
        severity, expected = Severity.WARNING, "every task downloads them when it starts"
    else:
        return []
    return [
        Diagnostic(
            code=TOO_LARGE,
            severity=severity,
            message=f"the source archive holds {shown_size(size)} in {_files(len(files))}; {expected}",
            notes=tuple(_by_folder(files)),
            hint="Ignore what tasks do not need, in .flyteignore, or give the size that it may have: --max-size.",
        )
    ]


def shown_size(size: int) -> str:
    """A number of bytes for a person."""
    amount, unit = float(size), "bytes"
    for larger in ("KiB", "MiB", "GiB"):
        if amount < 1024:
            break
        amount, unit = amount / 1024, larger
    return f"{size} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"


def _by_folder(files: Iterable[Entry]) -> list[str]:
    """The largest folders at the top of the tree, each with what is below it, and within each the largest one."""
    sizes: dict[str, tuple[int, int]] = {}
    for entry in files:
        parts = entry.path.split("/")[:-1]
        for depth in range(1, 3):
            folder = "/".join(parts[:depth]) + "/" if len(parts) >= depth else ""
            if folder or depth == 1:
                size, count = sizes.get(folder, (0, 0))
                sizes[folder] = (size + entry.size, count + 1)
    ranked = sorted(sizes.items(), key=lambda row: (-row[1][0], row[0]))
    rows = [f"{folder or './'}: {shown_size(size)} in {_files(count)}" for folder, (size, count) in ranked]
    more = len(rows) - _SHOWN_FOLDERS
    return [*rows[:_SHOWN_FOLDERS], *([f"and {more} smaller folders"] if more > 0 else [])]


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"
