"""What a node overrides of its task: the server looks at it when it runs, and not before."""

from collections.abc import Iterator

from flytec.checks.finding import Finding
from flytec.checks.quantity import is_quantity
from flytec.codes import INVALID_RESOURCE
from flytec.diagnostics import Severity
from flytec.ir import pb


def override_findings(node: pb.Node, path: str) -> Iterator[Finding]:
    """The resources in the overrides of a task node at `path` that are no quantities."""
    resources = node.task_node.overrides.resources
    for name, entries in (("requests", resources.requests), ("limits", resources.limits)):
        for index, entry in enumerate(entries):
            if not is_quantity(entry.value):
                yield Finding(
                    code=INVALID_RESOURCE,
                    field=f"{path}.task_node.overrides.resources.{name}[{index}].value",
                    message=f"node {node.id!r} overrides a resource with {entry.value!r}, which fails when it runs; "
                    "expected a quantity such as 500m or 1Gi",
                    node=node.id,
                    severity=Severity.WARNING,
                )
