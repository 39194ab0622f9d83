"""Applying the checks to a program: which rules there are, and how their findings come to the user's lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flytec.checks.finding import Finding
from flytec.checks.local_paths import local_paths
from flytec.checks.secrets_in_env import secrets_in_env
from flytec.checks.surroundings import Surroundings, surrounding_values
from flytec.diagnostics import Diagnostic, Location, Subject
from flytec.ir.program import Unit
from flytec.load.watch import Surrounding, Watch

if TYPE_CHECKING:
    from flytec.app.source_files import SourceFiles
    from flytec.load.plan import LoadPlan
    from flytec.settings import ToolSettings


@dataclass(frozen=True, slots=True)
class Checked:
    """A unit that is checked; `file` is what it was read from, empty where it was made from source."""

    unit: Unit
    file: str = ""


def findings_of(rows: Sequence[Checked], tool: ToolSettings) -> list[Diagnostic]:
    """What all rules find, each finding at the best place that is known."""
    found: list[Diagnostic] = []
    for row in rows:
        found += (diagnostic_of(finding, row) for rule in (local_paths, secrets_in_env) for finding in rule(row.unit))
    return found


def diagnostic_of(finding: Finding, row: Checked) -> Diagnostic:
    """The finding at the line of the node's call, else at that of the entity, else at the file."""
    unit = row.unit
    place = unit.places.get(finding.node) or unit.origin or (Location(row.file) if row.file else None)
    return Diagnostic(
        code=finding.code,
        message=finding.message,
        severity=finding.severity,
        location=place,
        hint=finding.hint,
        subject=Subject(kind=unit.kind.label, name=unit.id.name, node=finding.node, field=finding.field, file=row.file),
    )


def surrounding_findings(
    units: Iterable[Unit], watch: Watch, plan: LoadPlan, tool: ToolSettings, sources: SourceFiles
) -> list[Diagnostic]:
    """What the surroundings of the compilation have left in the output of modules that were loaded."""
    seen = Surroundings(
        environment=[note for note in watch.notes if note.surrounding is Surrounding.ENVIRONMENT],
        chance=[note for note in watch.notes if note.surrounding is Surrounding.CHANCE],
        began=watch.began if watch.names_the_clock else 0.0,
        ended=watch.ended if watch.names_the_clock else 0.0,
        folders={*plan.roots, plan.cwd},
        settings=frozenset(_texts(tool)),
        is_written=sources.have,
    )
    return surrounding_values(units, seen)


def _texts(tool: ToolSettings) -> Iterator[str]:
    """The texts that settings put into messages."""
    yield from tool.env.values()
    for image in tool.image:
        yield from (image, image.rpartition("=")[2])
    given = (tool.project, tool.domain, tool.version, tool.python_interpreter, tool.virtualenv_root)
    yield from (text for text in given if text)
