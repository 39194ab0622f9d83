"""All declared entities to a `Program`."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import PurePath

from flytec.authoring.eager import EagerAsyncPythonFunctionTask
from flytec.authoring.entity import Entity
from flytec.authoring.launch_options import Options
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.map_task import MappedTask
from flytec.authoring.recorder import Recorder
from flytec.authoring.replaced import suspicion
from flytec.authoring.task import Task
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import DUPLICATE_ENTITY
from flytec.diagnostics import Diagnostic, FlytecError, InternalError
from flytec.ir.program import Program, Unit
from flytec.lower.launch_plans import lower_launch_plan
from flytec.lower.lowering import Lowering, OnUnit
from flytec.lower.shared_metadata import refresh_shared_metadata
from flytec.lower.tasks import lower_task
from flytec.lower.workflows import lower_workflow
from flytec.records import dataclass
from flytec.settings.serialization import SerializationSettings


@dataclass(frozen=True, slots=True)
class Lowered:
    """What lowering gives: the program of the entities that lowered, and all findings."""

    program: Program
    findings: tuple[Diagnostic, ...]


def lower_program(
    recorder: Recorder,
    settings: SerializationSettings,
    options: Options,
    target_version: str,
    on_unit: OnUnit | None = None,
) -> Lowered:
    """Lowers every entity that was declared, and a default launch plan for every workflow.

    Each entity is tried, so the findings are those of all of them. Entities that workflow bodies declare while they
    are compiled are lowered where nodes use them. `on_unit` is told each unit when it is finished; another may take its
    place, or none, when all of them are.
    """
    lowering = Lowering(recorder, settings, options, target_version, on_unit)
    findings = [*_of_transformers(recorder)]
    declared = tuple(recorder.entities)
    for entity in declared:
        try:
            _lower(entity, lowering)
        except FlytecError as error:
            findings.extend(row.at(entity.location) for row in error.findings)
        except Exception as error:
            if recorder.has_placeholders:
                said = " ".join(f"{type(error).__name__}: {error}".split())
                findings.append(suspicion(f"{entity.name} cannot be lowered", said, entity.location))
                continue
            fault = InternalError(f"lowering {entity.name} failed: {type(error).__name__}: {error}", entity.location)
            raise fault from error
    refresh_shared_metadata(lowering)
    findings.extend(lowering.warnings)
    named = frozenset(id(entity) for entity in declared if not isinstance(entity, MappedTask))
    units, duplicates = _unique(lowering.units, named)
    return Lowered(Program(units), (*findings, *duplicates))


def _of_transformers(recorder: Recorder) -> tuple[Diagnostic, ...]:
    if not recorder.transformers:
        return ()
    from flytec.lower.types.registrations import registration_findings

    return registration_findings(recorder)


def _lower(entity: Entity, lowering: Lowering) -> None:
    match entity:
        case EagerAsyncPythonFunctionTask():
            lower_task(entity, lowering)
            lower_launch_plan(LaunchPlan.get_default_launch_plan(None, entity.get_as_workflow()), lowering)
        case Task():
            lower_task(entity, lowering)
        case WorkflowBase():
            lower_workflow(entity, lowering)
            lower_launch_plan(LaunchPlan.get_default_launch_plan(None, entity), lowering)
        case LaunchPlan():
            lower_launch_plan(entity, lowering)
        case _:
            raise InternalError(f"{entity.name} is a {type(entity).__name__}, which nothing lowers", entity.location)


def _unique(units: Mapping[int, Unit], named: Container[int]) -> tuple[tuple[Unit, ...], list[Diagnostic]]:
    """All units but the second ones of an identity, and a finding for each of these.

    The server takes one structure an identity, and takes it as often as it comes. So entities that users do not name
    may come again, if they are equal: a map task is a unit of its own for each `map_task(t)`, and so is a task for each
    time that a workflow's body declares it. Those in `named`, by the identity of the entity, are named by users.
    """
    first: dict[tuple[int, str], int] = {}
    kept, duplicates = [], []
    for key, unit in units.items():
        known_key = first.setdefault((unit.kind, unit.id.name), key)
        if known_key == key:
            kept.append(unit)
            continue
        known = units[known_key]
        differs = known.message != unit.message
        if not (differs or (key in named and known_key in named)):
            kept.append(unit)
            continue
        how = "twice and differently" if differs else "twice"
        duplicates.append(
            Diagnostic(
                code=DUPLICATE_ENTITY,
                message=f"{unit.kind.label} {unit.id.name} is declared {how}, also{_at(known)}",
                location=unit.origin,
                hint="rename one of them",
            )
        )
    return tuple(kept), duplicates


def _at(unit: Unit) -> str:
    """Where the unit was declared, without the machine's folders."""
    return f" at {PurePath(unit.origin.path).name}:{unit.origin.line}" if unit.origin else " elsewhere"
