"""The archive of the sources, `fast<digest>.tar.gz`: a listing in, one file out, in one pass and in little memory."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from flytec.codes import NOTHING_TO_PACK, OUTPUT_FAILED
from flytec.diagnostics import DiagnosticSet, Location, UserError, cannot_run, user_error
from flytec.package.budget import size_findings
from flytec.package.contents import read_in_pieces
from flytec.package.credentials import SCANNED_BYTES, CredentialCheck
from flytec.package.draft import drafted
from flytec.package.gzip_stored import StoredGzip
from flytec.package.order import Digest, in_order
from flytec.package.tarball import Tarball
from flytec.records import dataclass
from flytec.settings.copying import CopyFileDetection
from flytec.tree.listing import Entry, EntryKind, Listing, listing_error

PREFIX = "fast"
SUFFIX = ".tar.gz"
DRAFT = f".{PREFIX}{SUFFIX}.flytec-draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What an archive may hold: `max_size` bytes, and no credentials but those at the allowed paths."""

    max_size: int | None = None
    allow_credentials: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """An archive of sources that was written, and what is worth a warning about it."""

    path: Path
    digest: str
    listing: Listing
    findings: DiagnosticSet

    @property
    def name(self) -> str:
        """The archive's file name, by which flytectl knows it."""
        return self.path.name


def pack(listing: Listing, folder: Path, copy_style: CopyFileDetection | None, policy: Policy) -> Bundle:
    """Writes the archive of what is listed into `folder`, in the place of one of the same name.

    The bytes hang on paths, contents, link targets and executable bits, and on nothing else.

    Raises:
        UserError: what is listed has errors (a CannotRunError where FTC501 is one of them); FTC505 for each file that
            looks like a credential, FTC506 for too many bytes, FTC507 for no file at all.
        CannotRunError: FTC404 where the archive cannot be written; FTC501 and FTC504 for files that cannot be read or
            that change meanwhile. The folder then is as it was before.
    """
    check = CredentialCheck(policy.allow_credentials)
    entries = in_order(listing.entries, copy_style)
    scanned = {entry.path for entry in entries if entry.kind is not EntryKind.FOLDER_LINK and check.name(entry)}
    known = listing.findings | size_findings(entries, policy.max_size)
    if known.errors:
        raise listing_error((*known, *check.findings))
    if not entries:
        raise _nothing(listing)
    draft = folder / DRAFT
    try:
        with drafted(draft) as stream:
            digest = _write(stream, entries, scanned, check)
            stream.close()
            if check.findings:
                raise UserError(*known, *check.findings)
            path = folder / f"{PREFIX}{digest}{SUFFIX}"
            draft.replace(path)
    except OSError as error:
        raise cannot_run(
            OUTPUT_FAILED,
            f"cannot write the source archive: {error.strerror}",
            at=Location(str(error.filename or folder)),
            hint="Name an output folder that can be written; for a temporary one, set TMPDIR.",
        ) from error
    return Bundle(path=path, digest=digest, listing=listing, findings=known)


def _write(stream: BinaryIO, entries: list[Entry], scanned: Collection[str], check: CredentialCheck) -> str:
    packed = StoredGzip(stream)
    tarball, digest = Tarball(packed), Digest()
    for entry in entries:
        _add(entry, tarball, digest, check if entry.path in scanned else None)
    tarball.close()
    packed.close()
    return digest.text()


def _add(entry: Entry, tarball: Tarball, digest: Digest, check: CredentialCheck | None) -> None:
    if entry.kind is EntryKind.FILE:
        tarball.begin_file(entry.path, entry.size, executable=entry.executable)
    else:
        tarball.link(entry.path, entry.target)
    if entry.kind is not EntryKind.FOLDER_LINK:
        seen = 0
        for piece in read_in_pieces(entry):
            digest.content(piece)
            if entry.kind is EntryKind.FILE:
                tarball.add(piece)
            if check is not None and seen < SCANNED_BYTES:
                check.content(entry, piece)
            seen += len(piece)
    digest.end(entry)


def _nothing(listing: Listing) -> UserError:
    rules = list(dict.fromkeys(str(row.rule) for row in listing.left_out))
    why = f"all is left out by {', '.join(rules[:3])}" if rules else "the source tree is empty"
    return user_error(
        NOTHING_TO_PACK,
        f"no file is left for the source archive: {why}; at least one was expected",
        at=Location(listing.root),
        hint="Name the folder that holds the sources, or see with --explain what leaves them out.",
    )
