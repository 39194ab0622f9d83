"""The rules of registration, applied to a Program in the order in which its units are registered."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from functools import cache
from typing import Generic, TypeVar

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
from flytec.checks.registration.encoding import (
    MAX_DESCRIPTION,
    description_findings,
    encoding_findings,
    may_be_unencodable,
)
from flytec.checks.registration.identifiers import check_identifier
from flytec.checks.registration.launch_plans import check_launch_plan, expected_inputs
from flytec.checks.registration.sizes import node_findings, request_findings
from flytec.checks.registration.tasks import check_task, missing
from flytec.checks.workflow_rules import workflow_rules
from flytec.codes import CONFLICTING_STRUCTURE
from flytec.ir import pb
from flytec.ir.program import EntityMessage, Kind, Program, Unit
from flytec.records import dataclass

M = TypeVar("M", pb.TaskSpec, pb.WorkflowSpec, pb.LaunchPlan)


def check_program(program: Program, *, platform: Platform, policy: Policy) -> list[tuple[Unit, Finding]]:
    """Everything that the server would refuse of `program`, and what is a mistake though the server takes it.

    Units are judged as flytectl hands them over and as flyteadmin registers them, one after the other. A unit that has
    errors counts as registered for those behind it, so that one mistake is told once. Nothing in the program changes.
    """
    return list(check_units(program.units, Hydration(program, policy), platform, policy))


def check_units(
    units: Iterable[Unit], hydration: Hydration, platform: Platform, policy: Policy
) -> Iterator[tuple[Unit, Finding]]:
    """As `check_program`, of units that may be arriving still, each judged as soon as it is there.

    `units` are gone through several times.
    """
    registration = _begin(hydration, cache(lambda: frozenset(hydration.own_keys(units))), platform, policy)
    for unit, key in zip(units, hydration.own_keys(units), strict=True):
        for finding in _findings(unit, key, registration):
            yield unit, finding


@dataclass(frozen=True, slots=True)
class _Registration:
    """What is known while units arrive.

    `first` are the units that have been registered, by their keys, and `already` the keys of those that the server had
    before; `plain_resources` are the serialized forms of resources that there is nothing to say about.
    """

    platform: Platform
    policy: Policy
    hydration: Hydration
    known: Known
    resolver: Resolver
    first: dict[Key, Unit]
    already: set[Key] = field(default_factory=set)
    plain_resources: set[bytes] = field(default_factory=set)


@dataclass(slots=True)
class _Arrival:
    """A unit that is about to be registered: under which key, its serialized form, and what was found so far.

    `shapes` are those of a workflow, one a template.
    """

    unit: Unit
    key: Key
    data: bytes
    shapes: list[Shape]
    found: list[Finding]


@dataclass(frozen=True, slots=True)
class _Group(Generic[M]):
    """A group of rules: what it is about, and what judges a message by them."""

    about: str
    judge: Callable[[M, _Arrival, _Registration], None]


def _begin(
    hydration: Hydration, coming: Callable[[], frozenset[Key]], platform: Platform, policy: Policy
) -> _Registration:
    named = frozenset(map(hydration.key, policy.named))
    known, first = Known(assumed=set(named)), dict[Key, Unit]()
    resolver = Resolver(
        hydration=hydration,
        known=known,
        arrived=first.keys(),
        named=named,
        coming=coming,
        closed=policy.closed,
    )
    registration = _Registration(platform, policy, hydration, known, resolver, first)
    for unit, key in zip(policy.known, hydration.own_keys(policy.known), strict=True):
        first.setdefault(key, unit)
        registration.already.add(key)
        _remember(unit.message, key, registration)
    return registration


def _findings(unit: Unit, key: Key, registration: _Registration) -> list[Finding]:
    first = registration.first.setdefault(key, unit)
    message = unit.message
    arrival = _Arrival(unit, key, unit.data, [], [])
    if first is not unit and _is_told_twice(first, arrival, registration):
        return arrival.found
    match message:
        case pb.TaskSpec():
            _judge(_TASK_RULES, message, arrival, registration)
        case pb.WorkflowSpec():
            arrival.shapes = shapes_of(message, registration.first)
            _judge(_WORKFLOW_RULES, message, arrival, registration)
        case pb.LaunchPlan():
            _judge(_LAUNCH_PLAN_RULES, message, arrival, registration)
    if first is unit:
        _remember(message, key, registration)
    return arrival.found


def _judge(rules: Iterable[_Group[M]], message: M, arrival: _Arrival, registration: _Registration) -> None:
    for group in rules:
        group.judge(message, arrival, registration)


def _is_told_twice(first: Unit, arrival: _Arrival, registration: _Registration) -> bool:
    """Tells that a unit is registered already; True where that is all that there is to say about it."""
    one, other = first.message, arrival.unit.message
    if one != other:
        one, other = (_as_kept(unit, registration) for unit in (first, arrival.unit))
    label = f"{arrival.unit.kind.label} {arrival.unit.id.name!r}"
    finding = twice_finding(one, other, label, all_new=registration.policy.closed)
    alike = finding.code is not CONFLICTING_STRUCTURE
    if not alike or arrival.key not in registration.already:
        arrival.found.append(finding)
    return alike


def _as_kept(unit: Unit, registration: _Registration) -> EntityMessage:
    """A unit's message as the server keeps it."""
    message = hydrated(unit, registration.hydration)
    if isinstance(message, pb.LaunchPlan):
        workflow = registration.resolver.key(Kind.WORKFLOW, message.spec.workflow_id)
        return with_expected_inputs(message, registration.known.workflows.get(workflow))
    return message


def _remember(message: EntityMessage, key: Key, registration: _Registration) -> None:
    """Has the server know a unit from now on."""
    known = registration.known
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


def _identity(_message: EntityMessage, arrival: _Arrival, registration: _Registration) -> None:
    platform, policy = registration.platform, registration.policy
    if not arrival.key[3] or policy.project or policy.domain or platform.domains:
        given = {"project": policy.project, "domain": policy.domain}
        check_identifier(arrival.unit, arrival.key, given, platform, arrival.found)


def _encoding(message: EntityMessage, arrival: _Arrival, registration: _Registration) -> None:
    found, data = arrival.found, arrival.data
    limit = registration.platform.message_bytes
    if limit and len(data) > limit // 2:
        found.extend(request_findings(message, registration.platform))
    bare = sum([shape.bare_overrides for shape in arrival.shapes]) if arrival.shapes else 0
    if may_be_unencodable(message, data, bare):
        found.extend(encoding_findings(message))
    if may_have_placeholders(data):
        found.extend(placeholder_findings(message))


def _description(message: pb.TaskSpec | pb.WorkflowSpec, arrival: _Arrival, _registration: _Registration) -> None:
    if len(arrival.data) > MAX_DESCRIPTION:
        arrival.found.extend(description_findings(message))


def _task_fields(message: pb.TaskSpec, arrival: _Arrival, registration: _Registration) -> None:
    check_task(message, registration.platform, registration.plain_resources, arrival.found)


def _task_compiles(message: pb.TaskSpec, arrival: _Arrival, _registration: _Registration) -> None:
    if message.HasField("template"):
        arrival.found += check_task_compiles(message.template)


def _workflow(message: pb.WorkflowSpec, arrival: _Arrival, registration: _Registration) -> None:
    """flyteadmin asks for a template and its name only, all else is the compiler's."""
    if not message.HasField("template"):
        arrival.found.append(missing("template", "the workflow has no template, expected one"))
        return
    if registration.platform.nodes and len(message.template.nodes) > registration.platform.nodes:
        arrival.found.extend(node_findings(message.template, registration.platform))
    workflow_rules(arrival.unit, message, arrival.shapes, registration.resolver, registration.platform, arrival.found)


def _launch_plan(message: pb.LaunchPlan, arrival: _Arrival, registration: _Registration) -> None:
    interface = None
    if message.spec.HasField("workflow_id"):
        resolver, identifier = registration.resolver, message.spec.workflow_id
        interface = registration.known.workflows.get(resolver.key(Kind.WORKFLOW, identifier))
        if interface is None:
            finding = resolver.finding(Kind.WORKFLOW, identifier, "spec.workflow_id")
            arrival.found.extend([finding] if finding else [])
    check_launch_plan(message, interface, arrival.found)


_TASK_RULES: tuple[_Group[pb.TaskSpec], ...] = (
    _Group("its identity", _identity),
    _Group("its size and encoding, and placeholders in it", _encoding),
    _Group("its description", _description),
    _Group("the fields that the validator looks at", _task_fields),
    _Group("the workflow compiler's rules for tasks", _task_compiles),
)
_WORKFLOW_RULES: tuple[_Group[pb.WorkflowSpec], ...] = (
    _Group("its identity", _identity),
    _Group("its size and encoding, and placeholders in it", _encoding),
    _Group("its description", _description),
    _Group("its nodes: how many, what they refer to, and the workflow compiler's rules", _workflow),
)
_LAUNCH_PLAN_RULES: tuple[_Group[pb.LaunchPlan], ...] = (
    _Group("its identity", _identity),
    _Group("its size and encoding, and placeholders in it", _encoding),
    _Group("its workflow, inputs and metadata", _launch_plan),
)
