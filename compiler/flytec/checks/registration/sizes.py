"""The limits of a deployment on requests and workflows.

Rules: gRPC's limit of one request, flyteadmin's `registration.maxWorkflowNodes` and `registration.workflowSizeLimit`.
"""

from collections.abc import Iterable, Iterator

from flytec.checks.finding import Finding
from flytec.checks.platform import Platform
from flytec.codes import MESSAGE_TOO_LARGE, TOO_MANY_NODES, WORKFLOW_TOO_LARGE
from flytec.ir import pb
from flytec.ir.program import EntityMessage

_BOUNDARY_NODES = ("start-node", "end-node")
_FIELD_BYTES = 12
"""The most that the tag and length of the two fields of a request take."""


def request_findings(message: EntityMessage, platform: Platform) -> Iterator[Finding]:
    """A unit whose request is larger than the server receives; a launch plan is sent without its closure."""
    limit = platform.message_bytes
    sent = message.spec if isinstance(message, pb.LaunchPlan) else message
    identifier = message.id if isinstance(message, pb.LaunchPlan) else message.template.id
    if limit and (size := sent.ByteSize() + identifier.ByteSize() + _FIELD_BYTES) > limit:
        yield Finding(
            code=MESSAGE_TOO_LARGE,
            field="",
            message=f"the message has {size} bytes, expected at most {limit}, what the server receives at once",
            hint="Make it smaller, or have the server's maxMessageSizeBytes raised.",
            severity=platform.message_severity,
        )


def node_findings(template: pb.WorkflowTemplate, platform: Platform) -> Iterator[Finding]:
    """A workflow of too many nodes: its own count, those in branches and sub-workflows do not."""
    limit = platform.nodes
    count = len({node.id for node in template.nodes}.difference(_BOUNDARY_NODES))
    if limit and count > limit:
        yield Finding(
            code=TOO_MANY_NODES,
            field="template.nodes",
            message=f"the workflow has {count} nodes, expected at most {limit}, the limit of the deployment",
            hint="Move parts of it into sub-workflows, or have the server's maxWorkflowNodes raised.",
            severity=platform.nodes_severity,
        )


def workflow_findings(
    spec: pb.WorkflowSpec, tasks: Iterable[pb.TaskTemplate | None], platform: Platform
) -> Iterator[Finding]:
    """A workflow that is too large with `tasks`, those that it uses, each once however often it is named.

    The server adds the connections of the nodes, which are not counted here: what is found is too large for sure.
    """
    limit = platform.workflow_bytes
    if not limit:
        return
    used = {id(task): task for task in tasks if task is not None}
    size = spec.ByteSize() - spec.description.ByteSize() + sum(task.ByteSize() for task in used.values())
    if size > limit:
        yield Finding(
            code=WORKFLOW_TOO_LARGE,
            field="",
            message=f"the workflow has {size} bytes with all that it uses, expected at most {limit}, "
            "the limit of the deployment",
            hint="Make it smaller, or have the server's workflowSizeLimit raised.",
            severity=platform.workflow_severity,
        )
