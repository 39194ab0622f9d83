"""A workflow on its way into the server: hydrated, looked up, compiled."""

from itertools import accumulate

from flytec.checks.compiler.workflow import check_workflow
from flytec.checks.finding import Finding
from flytec.checks.hydrate import hydrated
from flytec.checks.known import Key, key_of
from flytec.checks.nodes import Reference, Shape
from flytec.checks.platform import Platform
from flytec.checks.references import Resolver, required
from flytec.checks.registration.overrides import override_findings
from flytec.checks.registration.sizes import workflow_findings
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.program import Unit


def workflow_rules(
    unit: Unit,
    spec: pb.WorkflowSpec,
    shapes: list[Shape],
    resolver: Resolver,
    platform: Platform,
    found: list[Finding],
) -> None:
    """Adds to `found` what the references, the sub-workflows and the nodes of a workflow are refused for.

    `spec` is the unit's message, `shapes` are those of the workflow.
    """
    subs: dict[Key, Shape] = {}
    for template, shape in zip(spec.sub_workflows, shapes[1:], strict=True):
        if template.HasField("id"):
            subs.setdefault(resolver.hydration.key(key_of(template.id)), shape)
    used = required(shapes[0], subs, resolver.hydration)
    _resolve(used, resolver, found)
    if platform.workflow_bytes:
        tasks = (resolver.known.tasks.get(resolver.key(one.kind, one.identifier)) for one in used)
        found.extend(workflow_findings(spec, tasks, platform))
    for shape in shapes:
        for node, path in shape.overridden:
            found.extend(override_findings(node, path))
    compiled = check_workflow(_as_compiled(unit, spec, shapes, resolver), resolver.known)
    found += compiled
    faults = [fault for shape in shapes for fault in shape.faults]
    if faults:
        told = _told_places(compiled)
        found.extend(fault for fault in faults if fault.field not in told)


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
    raw += [key_of(template.id) for template in spec.sub_workflows]
    if all(key(each) == each for each in raw):
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
