"""The workflow validator: flyteadmin asks for a template and its name only, all else is the compiler's."""

from flytec.checks.finding import Finding
from flytec.checks.platform import Platform
from flytec.checks.registration.sizes import node_findings
from flytec.checks.registration.tasks import missing
from flytec.ir import pb


def check_workflow_fields(spec: pb.WorkflowSpec, platform: Platform, found: list[Finding]) -> None:
    """Adds to `found` what the server refuses beside the workflow compiler's rules."""
    if not spec.HasField("template"):
        found.append(missing("template", "the workflow has no template, expected one"))
    else:
        found.extend(node_findings(spec.template, platform))
