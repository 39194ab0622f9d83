"""Two units of one identity: the server takes the second for the first if they are built alike, and refuses it else.

Rule: flyteadmin compares a hash of the JSON form, without the description: of a task its template, of a workflow its
template and sub-workflows, of a launch plan its spec with the inputs that executions expect.
"""

from flytec.checks.finding import Finding
from flytec.checks.registration.launch_plans import expected_inputs
from flytec.codes import CONFLICTING_STRUCTURE, REGISTERED_TWICE
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.program import EntityMessage


def twice_finding(one: EntityMessage, other: EntityMessage, label: str, *, all_new: bool) -> Finding:
    """What is said about `other` of the same identity as `one`, both hydrated; `label` names them.

    `all_new` says that every unit has to be new to the server.
    """
    if is_alike(one, other):
        return Finding(
            code=REGISTERED_TWICE,
            field="",
            message=f"the {label} is there twice, and registered once; expected it once",
            hint="Leave one of the two out.",
            severity=Severity.ERROR if all_new else Severity.WARNING,
        )
    return Finding(
        code=CONFLICTING_STRUCTURE,
        field="",
        message=f"the {label} is registered already with another structure, expected the same one",
        hint="Give it another name, or register it under a new version.",
    )


def is_alike(one: EntityMessage, other: EntityMessage) -> bool:
    """Whether the server takes two hydrated messages of one identity for the same."""
    match one, other:
        case pb.TaskSpec(), pb.TaskSpec():
            return one.template == other.template
        case pb.WorkflowSpec(), pb.WorkflowSpec():
            return _bare(one) == _bare(other)
        case pb.LaunchPlan(), pb.LaunchPlan():
            return one.spec == other.spec
        case _:
            return False


def with_expected_inputs(plan: pb.LaunchPlan, interface: pb.TypedInterface | None) -> pb.LaunchPlan:
    """A launch plan as the server keeps it; `interface` is its workflow's, None where it is not known."""
    if interface is None:
        return plan
    kept = pb.LaunchPlan()
    kept.CopyFrom(plan)
    kept.spec.default_inputs.CopyFrom(expected_inputs(plan.spec, interface.inputs))
    return kept


def _bare(spec: pb.WorkflowSpec) -> pb.WorkflowSpec:
    """What the server hashes of a workflow: in which order a node names its upstream nodes does not count."""
    bare = pb.WorkflowSpec()
    bare.template.CopyFrom(spec.template)
    bare.sub_workflows.extend(spec.sub_workflows)
    for template in (bare.template, *bare.sub_workflows):
        for node in template.nodes:
            node.upstream_node_ids[:] = sorted(node.upstream_node_ids)
    return bare
