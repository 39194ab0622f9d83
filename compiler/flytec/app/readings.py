"""Applying the rules of the hand-over to what was read: a folder, an archive or a file."""

from __future__ import annotations

from pathlib import PurePath

from flytec.app.checking import Checked, diagnostic_of, placed
from flytec.artifact.read import Reading
from flytec.artifact.sources import Container, Listed
from flytec.checks.handover import Entry, EntryKind, archive_findings, folder_findings
from flytec.diagnostics import Diagnostic, Location
from flytec.ir.program import Unit

_NAME_OF_A_STREAM = "package.tgz"


def reading_findings(reading: Reading, path: str) -> list[Diagnostic]:
    """What `flytectl register files` makes of a folder, an archive or a file, and what else reading it found.

    `path` is where it lies, empty where it came in a stream.
    """
    units = {row.source: row.unit for row in reading.rows}
    entries = [_entry(listed, units.get(listed.source), reading) for listed in reading.listing]
    sources = {id(entry): listed.source for entry, listed in zip(entries, reading.listing, strict=True)}
    if reading.container is Container.ARCHIVE:
        told = archive_findings(PurePath(path or _NAME_OF_A_STREAM).name, entries)
    else:
        told = folder_findings(entries) if entries else []
    found = list(reading.surroundings)
    for entry, finding in told:
        source = path if entry is None else sources[id(entry)]
        if finding.field and entry is not None and entry.unit is not None:
            found.append(diagnostic_of(finding, Checked(entry.unit, source)))
        else:
            found.append(placed(finding, Location(source), None))
    return found


def _entry(listed: Listed, unit: Unit | None, reading: Reading) -> Entry:
    kind = EntryKind.FOLDER if listed.is_folder else EntryKind.LINK if listed.is_link else EntryKind.FILE
    return Entry(name=listed.name, kind=kind, unit=unit, fault=reading.faults.get(listed.source, ""))
