"""Reading what flytec or another tool emitted: a folder, one file, an archive or a stream; a Program comes out.

`read_artifact(path)` of what `write_artifact` wrote is the Program that was written, origins included, which the
manifest beside the folder tells of each file that still has the bytes it lists.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import BinaryIO

from flytec.artifact.guess import UnreadableError, guess_unit, name_finding, reason
from flytec.artifact.manifest import Proofs, proofs_of, read_proofs
from flytec.artifact.place import Place
from flytec.artifact.sources import Container, File, Listed, Source, open_folder, open_stream
from flytec.codes import OUTPUT_FAILED, UNREADABLE_FILE, Code
from flytec.diagnostics import CannotRunError, Diagnostic, DiagnosticSet, Location, Severity
from flytec.ir.program import Program, Unit
from flytec.records import dataclass

STDIN_NAME = "<stdin>"


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """A unit and the file, `archive!member` or stream that it was read from."""

    unit: Unit
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read, in registration order, and what is to be said about the rest.

    `listing` are all entries of the folder or archive, `faults` say by source why a file was not read, and
    `surroundings` are the findings that are about no entry: a manifest that is none, an archive that is damaged.
    """

    rows: tuple[ReadUnit, ...]
    findings: DiagnosticSet
    container: Container = Container.NOTHING
    listing: tuple[Listed, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)
    surroundings: tuple[Diagnostic, ...] = ()

    @property
    def program(self) -> Program:
        """The units that could be read."""
        return Program(tuple(row.unit for row in self.rows))


def read_artifact(path: Path) -> Program:
    """All units of a folder, file or archive; raises `CannotRunError` FTC401 if one of them cannot be read."""
    reading = scan(path)
    if reading.findings.errors:
        raise CannotRunError(*reading.findings.errors)
    return reading.program


def scan(path: Path) -> Reading:
    """Reads what can be read of a folder, file or archive; what cannot is among the findings, and nothing raises."""
    try:
        if path.is_dir():
            return _read(open_folder(path))
        with path.open("rb") as stream:
            return _read(open_stream(stream, str(path), path))
    except (OSError, UnreadableError) as error:
        return _nothing(str(path), error)


def scan_stream(stream: BinaryIO, name: str = STDIN_NAME) -> Reading:
    """Reads one message or archive from a stream, as `scan` does from a file."""
    try:
        return _read(open_stream(stream, name))
    except (OSError, UnreadableError) as error:
        return _nothing(name, error)


def _read(source: Source) -> Reading:
    proofs, surroundings = _proofs(source.place)
    findings = [*surroundings, *source.findings]
    entries = {entry.source for entry in source.listing}
    rows: list[ReadUnit] = []
    faults: dict[str, str] = {}
    for file in source.files:
        try:
            unit = _read_one(file, proofs)
        except UnreadableError as error:
            findings.append(_fault(file.source, error))
            faults[file.source] = reason(error)
            if file.source not in entries:
                surroundings.append(findings[-1])
            continue
        rows.append(ReadUnit(unit, file.source))
        if finding := name_finding(unit, file.name, Location(file.source)):
            findings.append(finding)
    return Reading(tuple(rows), DiagnosticSet(findings), source.container, source.listing, faults, tuple(surroundings))


def _read_one(file: File, proofs: Proofs) -> Unit:
    if file.fault:
        raise UnreadableError(file.fault)
    unit = guess_unit(file.data, file.name)
    origin = proofs.origin(file.name, hashlib.sha256(file.data).hexdigest()) if proofs.entries else None
    return Unit(kind=unit.kind, message=unit.message, origin=origin)


def _proofs(place: Place | None) -> tuple[Proofs, list[Diagnostic]]:
    """What the manifests beside a folder tell; they only add to what the files say, so a broken one is no error."""
    nothing = proofs_of(())
    if place is None or not place.folder.name:
        return nothing, []
    try:
        proofs = read_proofs(place)
    except (OSError, ValueError) as error:
        message = f"{error}; where the entities are declared is not shown"
        return nothing, [_warning(UNREADABLE_FILE, message, place.manifest)]
    if place.pending.exists():
        message = "a run of flytec into this folder has not ended; the files may be those of the run before"
        return proofs, [_warning(OUTPUT_FAILED, message, place.folder)]
    return proofs, []


def _warning(code: Code, message: str, path: Path) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.WARNING, message=message, location=Location(str(path)))


def _nothing(source: str, error: OSError | UnreadableError) -> Reading:
    fault = _fault(source, error)
    return Reading((), DiagnosticSet([fault]), surroundings=(fault,))


def _fault(source: str, error: OSError | UnreadableError) -> Diagnostic:
    return Diagnostic(code=UNREADABLE_FILE, message=reason(error), location=Location(source))
