"""Applying the checks to a program: which rules there are, and how their findings come to the user's lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from flytec.app.deployment import deployment_of
from flytec.checks.finding import Finding
from flytec.checks.known import Key, key_of
from flytec.checks.local_paths import local_paths
from flytec.checks.program import check_program
from flytec.checks.secrets_in_env import secrets_in_env
from flytec.checks.surroundings import Surroundings, surrounding_values
from flytec.codes import REGISTERED_TWICE, Code
from flytec.diagnostics import Diagnostic, Location, Severity, Subject
from flytec.ir import pb
from flytec.ir.program import Program, Unit
from flytec.load.watch import Surrounding, Watch
from flytec.records import dataclass

if TYPE_CHECKING:
    from flytec.app.source_files import SourceFiles
    from flytec.load.plan import LoadPlan
    from flytec.settings import ToolSettings


@dataclass(frozen=True, slots=True)
class Checked:
    """A unit that is checked; `file` is what it was read from, empty where it was made from source."""

    unit: Unit
    file: str = ""


def findings_of(rows: Sequence[Checked], tool: ToolSettings, cwd: Path) -> list[Diagnostic]:
    """What all rules find, each finding at the best place that is known.

    Raises:
        CannotRunError: what the server is said to have already cannot be read.
    """
    return registration_findings(rows, tool, cwd) + value_findings(rows)


def registration_findings(rows: Sequence[Checked], tool: ToolSettings, cwd: Path) -> list[Diagnostic]:
    """What the server refuses, and what it takes though it is a mistake; raises as `findings_of` does."""
    deployment = deployment_of(tool, cwd)
    by_unit = {id(row.unit): row for row in rows}
    program = Program(tuple(row.unit for row in rows))
    found = check_program(program, platform=deployment.platform, policy=deployment.policy)
    return registration_diagnostics([(by_unit[id(unit)], finding) for unit, finding in found])


def registration_diagnostics(found: Iterable[tuple[Checked, Finding]]) -> list[Diagnostic]:
    """What is told of the findings of registration."""
    told = [(row, finding) for row, finding in found if not _is_harmless(finding, row)]
    by_unit = {id(row.unit): row for row, _ in told}
    return [
        replace(diagnostic_of(finding, by_unit[id(unit)]), notes=notes)
        for unit, finding, notes in told_once([(row.unit, finding) for row, finding in told])
    ]


def value_findings(rows: Iterable[Checked]) -> list[Diagnostic]:
    """What is wrong with values in messages, which the server does not look at."""
    return [diagnostic_of(finding, row) for row in rows for finding in value_rules(row.unit)]


def value_rules(unit: Unit) -> Iterator[Finding]:
    """What is wrong with values in one message."""
    for rule in _ALWAYS:
        yield from rule(unit)


def told_once(found: Sequence[tuple[Unit, Finding]]) -> Iterator[tuple[Unit, Finding, tuple[str, ...]]]:
    """The findings without those of a sub-workflow that the workflow itself has, if it is a unit of its own.

    Those come with a note of the workflows that carry it.
    """
    own = {(key_of(unit.id), finding.code, finding.field) for unit, finding in found}
    carriers: dict[_Place, list[str]] = {}
    rest: list[tuple[Unit, Finding]] = []
    for unit, finding in found:
        place = _in_sub_workflow(unit, finding)
        if place in own:
            carriers.setdefault(place, []).append(unit.id.name)
        else:
            rest.append((unit, finding))
    for unit, finding in rest:
        names = carriers.get((key_of(unit.id), finding.code, finding.field), ())
        yield unit, finding, _notes(sorted(set(names)))


def _is_harmless(finding: Finding, row: Checked) -> bool:
    """Whether it says that a unit comes twice that was made here: map tasks do, one a `map_task`, in flytekit too."""
    return finding.code is REGISTERED_TWICE and finding.severity is Severity.WARNING and not row.file


_Place: TypeAlias = tuple[Key, Code, str]
_SUB_WORKFLOW = re.compile(r"sub_workflows\[(\d+)\](.*)")
_NAMES_IN_A_NOTE = 3


def _in_sub_workflow(unit: Unit, finding: Finding) -> _Place | None:
    """Where a finding about a sub-workflow is in the unit of that workflow."""
    found = _SUB_WORKFLOW.fullmatch(finding.field)
    if found is None or not isinstance(unit.message, pb.WorkflowSpec):
        return None
    return (key_of(unit.message.sub_workflows[int(found[1])].id), finding.code, f"template{found[2]}")


def _notes(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    more = len(names) - _NAMES_IN_A_NOTE
    listed = ", ".join(names[:_NAMES_IN_A_NOTE]) + (f" and {more} more" if more > 0 else "")
    return (f"{listed} {'has' if len(names) == 1 else 'have'} it too, by running this workflow",)


# What the server takes, of one unit at a time.
_ALWAYS: tuple[Callable[[Unit], Iterator[Finding]], ...] = (local_paths, secrets_in_env)


def diagnostic_of(finding: Finding, row: Checked) -> Diagnostic:
    """The finding at the line of the node's call, else at that of the entity, else at the file."""
    unit = row.unit
    place = unit.places.get(finding.node) or unit.origin or (Location(row.file) if row.file else None)
    subject = Subject(kind=unit.kind.label, name=unit.id.name, node=finding.node, field=finding.field, file=row.file)
    return placed(finding, place, subject)


def placed(finding: Finding, place: Location | None, subject: Subject | None) -> Diagnostic:
    """The finding at `place`."""
    return Diagnostic(
        code=finding.code,
        message=finding.message,
        severity=finding.severity,
        location=place,
        hint=finding.hint,
        subject=subject,
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
