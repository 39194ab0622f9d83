"""A workflow on its way into the server: hydrated, looked up, compiled."""

from collections.abc import Iterator
from itertools import accumulate

from flytec.checks.compiler.workflow import check_workflow
from flytec.checks.finding import Finding
from flytec.checks.hydrate import hydrated
from flytec.checks.known import Key, key_of
from flytec.checks.nodes import Reference, Shape, shapes_of
from flytec.checks.platform import Platform
from flytec.checks.references import Resolver, required
from flytec.checks.registration.overrides import override_findings
from flytec.checks.registration.sizes import workflow_findings
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.program import Kind, Unit


def workflow_rules(
    unit: Unit,
    spec: pb.WorkflowSpec,
    shapes: list[Shape],
    resolver: Resolver,
    platform: Platform,
    found: list[Finding],
) -> None:
    """Adds to `found` what the references, the sub-workflows and the nodes of a workflow are refused for.

    `spec` is the unit's message, `shapes` are those of the workflow without what is registered already.
    """
    _resolve(required(shapes[0], _by_key(spec, shapes, resolver), resolver.hydration), resolver, found)
    if platform.workflow_bytes:
        found.extend(workflow_findings(spec, _tasks(spec, resolver), platform))
    for shape in shapes:
        for node, path in shape.overridden:
            found.extend(override_findings(node, path))
    compiled = check_workflow(_as_compiled(unit, spec, shapes, resolver), resolver.known)
    found += compiled
    faults = [fault for shape in shapes for fault in shape.faults]
    if faults:
        told = _told_places(compiled)
        found.extend(fault for fault in faults if fault.field not in told)


def _by_key(spec: pb.WorkflowSpec, shapes: list[Shape], resolver: Resolver) -> dict[Key, Shape]:
    """The shapes of the sub-workflows by their hydrated keys; of two with one key, the first."""
    subs: dict[Key, Shape] = {}
    if len(shapes) > 1:
        for template, shape in zip(spec.sub_workflows, shapes[1:], strict=True):
            if template.HasField("id"):
                subs.setdefault(resolver.hydration.key(key_of(template.id)), shape)
    return subs


def _tasks(spec: pb.WorkflowSpec, resolver: Resolver) -> Iterator[pb.TaskTemplate | None]:
    """The tasks that a workflow needs, as far as they are known."""
    shapes = shapes_of(spec)
    for reference in required(shapes[0], _by_key(spec, shapes, resolver), resolver.hydration):
        if reference.kind is Kind.TASK:
            yield resolver.known.tasks.get(resolver.key(Kind.TASK, reference.identifier))


def _resolve(used: list[Reference], resolver: Resolver, found: list[Finding]) -> None:
    """Looks up what a workflow needs; what is not there is told, and taken for granted behind this."""
    for reference in used:
        kind, raw, identifier, path, node = reference
        if raw in resolver.arrived and raw[0] == kind:
            continue
        finding = resolver.finding(kind, identifier, path, node.id)
        if finding:
            found.append(finding)
            resolver.known.assumed.add(resolver.key(kind, identifier))


def _as_compiled(unit: Unit, spec: pb.WorkflowSpec, shapes: list[Shape], resolver: Resolver) -> pb.WorkflowSpec:
    """The workflow with its identifiers as flytectl fills them in: itself where all are spelled so."""
    arrived, key = resolver.arrived, resolver.hydration.key
    raw = [one.raw for shape in shapes for one in shape.references if one.raw not in arrived]
    if spec.sub_workflows:
        raw += [key_of(template.id) for template in spec.sub_workflows]
    if not raw or all(key(each) == each for each in raw):
        return spec
    copy = hydrated(unit, resolver.hydration)
    return copy if isinstance(copy, pb.WorkflowSpec) else spec


def _told_places(compiled: list[Finding]) -> set[str]:
    """The places in which the workflow compiler's rules have told an error, and those that hold them."""
    told: set[str] = set()
    for finding in compiled:
        if finding.severity is Severity.ERROR:
            told.update(accumulate(finding.field.split("."), "{}.{}".format))
    return told
