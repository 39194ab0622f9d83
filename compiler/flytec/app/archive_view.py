"""The archive of the sources as a message: what `--format json` shows of it."""

from flytec.ir import ours
from flytec.package.bundle import Bundle
from flytec.tree.listing import EntryKind, Listing

_MOST = (1 << 32) - 1


def view_archive(listing: Listing, bundle: Bundle | None, *, files: bool) -> ours.SourceArchive:
    """What is in the archive, and with `files` each file in and out; `bundle` is given where it was written."""
    return ours.SourceArchive(
        file_name="" if bundle is None else bundle.name,
        digest="" if bundle is None else bundle.digest,
        file_count=len(listing.entries),
        size_bytes=min(listing.size, _MOST),
        files=_files(listing) if files else (),
    )


def _files(listing: Listing) -> list[ours.SourceFile]:
    taken = [
        ours.SourceFile(
            path=entry.path,
            packed=True,
            size_bytes=min(entry.size, _MOST) if entry.kind is EntryKind.FILE else 0,
            link_target=entry.target,
        )
        for entry in listing.entries
    ]
    left_out = [ours.SourceFile(path=_text(row.path), rule=_text(str(row.rule))) for row in listing.left_out]
    return sorted((*taken, *left_out), key=lambda file: file.path)


def _text(name: str) -> str:
    return name.encode(errors="surrogateescape").decode(errors="backslashreplace")
