"""What the deployment that a program goes to allows."""

from dataclasses import field

from flytec.diagnostics import Severity
from flytec.records import dataclass

NODE_LIMIT = 100
"""flyteadmin's `registration.maxWorkflowNodes` where nothing is configured."""

MESSAGE_SIZE = 4 * 1024 * 1024
"""gRPC's limit of one request in bytes, where flyteadmin's `server.grpc.maxMessageSizeBytes` is not configured."""


@dataclass(frozen=True, slots=True)
class ResourceLimits:
    """The most that one task may ask for, as Kubernetes quantities; empty or zero is no limit.

    They are flyteadmin's `task_resources.limits`.
    """

    cpu: str = ""
    memory: str = ""
    gpu: str = ""
    storage: str = ""
    ephemeral_storage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """The limits of a deployment, and how much going over each weighs.

    With nothing set, the node limit and the message size are the server's own and only warn; the rest is not judged.
    `nodes` limits the nodes of a workflow, `message_bytes` the request that registers a unit, and `workflow_bytes` the
    compiled workflow with all that it uses (`registration.workflowSizeLimit`); 0 is no limit. `task_types` are those
    that may be registered (`task_type_whitelist`), all where it is empty. `domains` are those that the deployment has,
    not judged where it is empty.
    """

    nodes: int = NODE_LIMIT
    message_bytes: int = MESSAGE_SIZE
    workflow_bytes: int = 0
    resources: ResourceLimits = field(default_factory=ResourceLimits)
    task_types: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    nodes_severity: Severity = Severity.WARNING
    message_severity: Severity = Severity.WARNING
    workflow_severity: Severity = Severity.ERROR
    resources_severity: Severity = Severity.ERROR
    task_types_severity: Severity = Severity.ERROR


SERVER_RESOURCES = ResourceLimits(cpu="2", memory="1Gi", gpu="1")


def server_defaults() -> Platform:
    """The limits that are compiled into the server, each of them an error."""
    return Platform(resources=SERVER_RESOURCES, nodes_severity=Severity.ERROR, message_severity=Severity.ERROR)
