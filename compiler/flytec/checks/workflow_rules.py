"""A workflow on its way into the server: hydrated, looked up, compiled."""

from flytec.checks.compiler.workflow import check_workflow
from flytec.checks.finding import Finding
from flytec.checks.hydrate import hydrated
from flytec.checks.identity import Hydration
from flytec.checks.known import Key, key_of
from flytec.checks.nodes import CRASHES, Shape
from flytec.checks.platform import Platform
from flytec.checks.references import Resolver, required
from flytec.checks.registration.overrides import override_findings
from flytec.checks.registration.sizes import workflow_findings
from flytec.codes import UNHYDRATABLE
from flytec.ir import pb
from flytec.ir.program import Kind, Unit


def workflow_rules(
    unit: Unit, shapes: list[Shape], resolver: Resolver, platform: Platform, found: list[Finding]
) -> None:
    """Adds to `found` what the references, the sub-workflows and the nodes of a workflow are refused for.

    `shapes` are those of the workflow.
    """
    spec = unit.message
    if not isinstance(spec, pb.WorkflowSpec):
        return
    subs: dict[Key, Shape] = {}
    faults = [fault for shape in shapes for fault in shape.faults]
    for template, shape in zip(spec.sub_workflows, shapes[1:], strict=True):
        if template.HasField("id"):
            subs.setdefault(resolver.hydration.key(key_of(template.id)), shape)
        else:
            faults.append(_nameless(shape.path))
    tasks = _resolve(shapes[0], subs, resolver, found)
    if platform.workflow_bytes:
        found.extend(workflow_findings(spec, tasks, platform))
    for shape in shapes:
        for node, path in shape.overridden:
            found.extend(override_findings(node, path))
    plain = _are_hydrated(shapes, spec, resolver.hydration)
    message = spec if plain else hydrated(unit, resolver.hydration)
    compiled = check_workflow(message, resolver.known) if isinstance(message, pb.WorkflowSpec) else []
    found.extend(compiled)
    found.extend(fault for fault in faults if not _is_echo(fault, compiled))


def _resolve(primary: Shape, subs: dict[Key, Shape], resolver: Resolver, found: list[Finding]) -> list[pb.TaskTemplate]:
    """Looks up what a workflow needs: the tasks that are there, the rest is told and taken for granted behind this."""
    tasks: dict[Key, pb.TaskTemplate] = {}
    for reference in required(primary, subs, resolver.hydration):
        key = resolver.key(reference.kind, reference.identifier)
        if reference.kind is Kind.TASK and key in resolver.known.tasks:
            tasks[key] = resolver.known.tasks[key]
            continue
        finding = resolver.finding(reference.kind, reference.identifier, reference.path, reference.node)
        if finding:
            found.append(finding)
            resolver.known.assumed.add(key)
    return list(tasks.values())


def _are_hydrated(shapes: list[Shape], spec: pb.WorkflowSpec, hydration: Hydration) -> bool:
    """Whether all identifiers are spelled as the registration is, so that the message can be compiled as it is."""
    raw = [key_of(reference.identifier) for shape in shapes for reference in shape.references]
    raw += [key_of(template.id) for template in spec.sub_workflows]
    return all(hydration.key(key) == key for key in raw)


def _is_echo(fault: Finding, compiled: list[Finding]) -> bool:
    """Whether the workflow compiler's rules have told already what is wrong with a node."""
    return any(finding.field.startswith(fault.field) for finding in compiled)


def _nameless(path: str) -> Finding:
    message = f"a sub-workflow has no identifier, {CRASHES}; expected one"
    return Finding(code=UNHYDRATABLE, field=f"{path}.id", message=message)
