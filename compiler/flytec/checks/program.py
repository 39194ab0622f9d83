"""The rules of registration, applied to a Program in the order in which its units are registered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from flytec.checks.again import twice_finding, with_expected_inputs
from flytec.checks.compiler.tasks import check_task_compiles
from flytec.checks.finding import Finding
from flytec.checks.hydrate import hydrated
from flytec.checks.identity import Hydration, Policy
from flytec.checks.known import Key, Known, KnownLaunchPlan
from flytec.checks.nodes import Shape, shapes_of
from flytec.checks.placeholders import may_have_placeholders, placeholder_findings
from flytec.checks.platform import Platform
from flytec.checks.references import Resolver
from flytec.checks.registration.encoding import description_findings, encoding_findings, may_be_unencodable
from flytec.checks.registration.identifiers import check_identifier
from flytec.checks.registration.launch_plans import check_launch_plan, expected_inputs
from flytec.checks.registration.sizes import request_findings
from flytec.checks.registration.tasks import check_task
from flytec.checks.registration.workflows import check_workflow_fields
from flytec.checks.workflow_rules import workflow_rules
from flytec.codes import CONFLICTING_STRUCTURE
from flytec.ir import pb
from flytec.ir.codec import serialize
from flytec.ir.program import EntityMessage, Kind, Program, Unit


def check_program(program: Program, *, platform: Platform, policy: Policy) -> list[tuple[Unit, Finding]]:
    """Everything that the server would refuse of `program`, and what is a mistake though the server takes it.

    Units are judged as flytectl hands them over and as flyteadmin registers them, one after the other. A unit that has
    errors counts as registered for those behind it, so that one mistake is told once. Nothing in the program changes.
    """
    hydration = Hydration(program, policy)
    keys = [hydration.own_key(unit) for unit in program]
    registration = _begin(hydration, keys, platform, policy)
    rows = zip(program, keys, strict=True)
    return [(unit, finding) for unit, key in rows for finding in _findings(unit, key, registration)]


@dataclass(frozen=True, slots=True)
class _Registration:
    """What is known while units arrive; `first` are the units that have been registered, by their keys."""

    platform: Platform
    policy: Policy
    hydration: Hydration
    known: Known
    resolver: Resolver
    first: dict[Key, Unit]


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A unit that is about to be registered: under which key, its serialized form, and what was found so far.

    `shapes` are those of a workflow, one a template.
    """

    unit: Unit
    key: Key
    data: bytes
    shapes: list[Shape]
    found: list[Finding]


class _Group(NamedTuple):
    """A group of rules: what it is about, for which kinds of units it is, and what judges them."""

    about: str
    kinds: tuple[Kind, ...]
    judge: Callable[[_Arrival, _Registration], None]


def _begin(hydration: Hydration, keys: list[Key], platform: Platform, policy: Policy) -> _Registration:
    named = frozenset(map(hydration.key, policy.named))
    known = Known(assumed=set(named))
    resolver = Resolver(hydration=hydration, known=known, coming=frozenset(keys), closed=policy.closed, named=named)
    registration = _Registration(platform, policy, hydration, known, resolver, {})
    for unit in policy.known:
        key = hydration.own_key(unit)
        registration.first.setdefault(key, unit)
        _remember(unit, key, registration)
    return registration


def _findings(unit: Unit, key: Key, registration: _Registration) -> list[Finding]:
    first = registration.first.setdefault(key, unit)
    message = unit.message
    shapes = shapes_of(message) if isinstance(message, pb.WorkflowSpec) else []
    arrival = _Arrival(unit, key, serialize(message), shapes, [])
    if first is not unit and _is_told_twice(first, arrival, registration):
        return arrival.found
    for group in _GROUPS[unit.kind]:
        group.judge(arrival, registration)
    if first is unit:
        _remember(unit, key, registration)
    return arrival.found


def _is_told_twice(first: Unit, arrival: _Arrival, registration: _Registration) -> bool:
    """Tells that a unit is registered already; True where that is all that there is to say about it."""
    one, other = (_as_kept(unit, registration) for unit in (first, arrival.unit))
    is_known = any(first is unit for unit in registration.policy.known)
    finding = twice_finding(one, other, _label(arrival.unit), all_new=registration.policy.closed)
    alike = finding.code is not CONFLICTING_STRUCTURE
    if not (alike and is_known):
        arrival.found.append(finding)
    return alike


def _as_kept(unit: Unit, registration: _Registration) -> EntityMessage:
    """A unit's message as the server keeps it."""
    message = hydrated(unit, registration.hydration)
    if isinstance(message, pb.LaunchPlan):
        workflow = registration.resolver.key(Kind.WORKFLOW, message.spec.workflow_id)
        return with_expected_inputs(message, registration.known.workflows.get(workflow))
    return message


def _label(unit: Unit) -> str:
    return f"{unit.kind.label} {unit.id.name!r}"


def _remember(unit: Unit, key: Key, registration: _Registration) -> None:
    """Has the server know a unit from now on."""
    known, message = registration.known, unit.message
    match message:
        case pb.TaskSpec():
            known.tasks[key] = message.template
        case pb.WorkflowSpec():
            known.workflows[key] = message.template.interface
        case pb.LaunchPlan():
            workflow = registration.resolver.key(Kind.WORKFLOW, message.spec.workflow_id)
            interface = known.workflows.get(workflow)
            if interface is None:
                known.assumed.add(key)
                return
            outputs = interface.outputs if interface.HasField("outputs") else None
            known.launch_plans[key] = KnownLaunchPlan(expected_inputs(message.spec, interface.inputs), outputs)


def _identity(arrival: _Arrival, registration: _Registration) -> None:
    check_identifier(arrival.unit, arrival.key[2], registration.platform, arrival.found)


def _encoding(arrival: _Arrival, registration: _Registration) -> None:
    message, found = arrival.unit.message, arrival.found
    limit = registration.platform.message_bytes
    if limit and len(arrival.data) > limit // 2:
        found.extend(request_findings(message, registration.platform))
    bare = sum([shape.bare_overrides for shape in arrival.shapes])
    if may_be_unencodable(message, arrival.data, bare):
        found.extend(encoding_findings(message))
    if may_have_placeholders(arrival.data):
        found.extend(placeholder_findings(message))
    if not isinstance(message, pb.LaunchPlan) and message.HasField("description"):
        found.extend(description_findings(message))


def _task_fields(arrival: _Arrival, registration: _Registration) -> None:
    if isinstance(arrival.unit.message, pb.TaskSpec):
        check_task(arrival.unit.message, registration.platform, arrival.found)


def _task_compiles(arrival: _Arrival, _registration: _Registration) -> None:
    message = arrival.unit.message
    if isinstance(message, pb.TaskSpec) and message.HasField("template"):
        arrival.found.extend(check_task_compiles(message.template))


def _workflow_fields(arrival: _Arrival, registration: _Registration) -> None:
    if isinstance(arrival.unit.message, pb.WorkflowSpec):
        check_workflow_fields(arrival.unit.message, registration.platform, arrival.found)


def _workflow(arrival: _Arrival, registration: _Registration) -> None:
    message = arrival.unit.message
    if isinstance(message, pb.WorkflowSpec) and message.HasField("template"):
        workflow_rules(arrival.unit, arrival.shapes, registration.resolver, registration.platform, arrival.found)


def _launch_plan(arrival: _Arrival, registration: _Registration) -> None:
    message = arrival.unit.message
    if not isinstance(message, pb.LaunchPlan):
        return
    interface = None
    if message.spec.HasField("workflow_id"):
        resolver, identifier = registration.resolver, message.spec.workflow_id
        interface = registration.known.workflows.get(resolver.key(Kind.WORKFLOW, identifier))
        if interface is None:
            finding = resolver.finding(Kind.WORKFLOW, identifier, "spec.workflow_id")
            arrival.found.extend([finding] if finding else [])
    check_launch_plan(message, interface, arrival.found)


_EVERY = tuple(Kind)
_TABLE = (
    _Group("identity", _EVERY, _identity),
    _Group("size, encoding and placeholders", _EVERY, _encoding),
    _Group("the fields of a task", (Kind.TASK,), _task_fields),
    _Group("the workflow compiler, on a task", (Kind.TASK,), _task_compiles),
    _Group("the fields of a workflow", (Kind.WORKFLOW,), _workflow_fields),
    _Group("references and the workflow compiler", (Kind.WORKFLOW,), _workflow),
    _Group("the fields and references of a launch plan", (Kind.LAUNCH_PLAN,), _launch_plan),
)
_GROUPS = {kind: tuple(group for group in _TABLE if kind in group.kinds) for kind in Kind}
