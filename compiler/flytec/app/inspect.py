"""`inspect`: files, folders, archives or a stream to an inspection; needs none of the user's Python."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import BinaryIO

from flytec.artifact.read import Reading, scan, scan_stream
from flytec.diagnostics import DiagnosticSet
from flytec.ir import ours
from flytec.ir.program import Kind
from flytec.records import dataclass
from flytec.view.inspection import inspect_units


@dataclass(frozen=True, slots=True)
class InspectResult:
    """What was read, and what is to be said about the rest; an error among the findings says that it is not all."""

    inspection: ours.Inspection
    findings: DiagnosticSet


def inspect(sources: Sequence[Path | BinaryIO], kinds: Collection[Kind] = frozenset(Kind)) -> InspectResult:
    """Inspects the units of the given kinds in all sources, in the order of the sources."""
    readings = [_read(source) for source in sources]
    rows = [(row.unit, row.source) for reading in readings for row in reading.rows]
    findings = DiagnosticSet(finding for reading in readings for finding in reading.findings)
    return InspectResult(inspect_units(rows, findings, kinds), findings)


def _read(source: Path | BinaryIO) -> Reading:
    return scan(source) if isinstance(source, Path) else scan_stream(source)
