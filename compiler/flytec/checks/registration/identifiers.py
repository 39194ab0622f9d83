"""The identifier of a unit.

Rule: flyteadmin's `ValidateIdentifier`. Names and versions may have any length and characters.
"""

from flytec.checks.finding import Finding
from flytec.checks.nodes import CRASHES
from flytec.checks.platform import Platform
from flytec.codes import INVALID_IDENTIFIER, UNHYDRATABLE, UNKNOWN_DOMAIN
from flytec.ir import pb
from flytec.ir.program import Unit


def check_identifier(unit: Unit, domain: str, platform: Platform, found: list[Finding]) -> None:
    """Adds to `found` what is wrong with a unit's own identifier; `domain` is the one that it is registered in."""
    message, label = unit.message, unit.kind.label
    if isinstance(message, pb.LaunchPlan):
        holder: pb.LaunchPlan | pb.TaskTemplate | pb.WorkflowTemplate = message
        field = "id"
    else:
        holder, field = message.template, "template.id"
    if not holder.HasField("id"):
        found.append(
            Finding(code=UNHYDRATABLE, field=field, message=f"the {label} has no identifier, {CRASHES}; expected one")
        )
    elif not holder.id.name:
        found.append(
            Finding(code=INVALID_IDENTIFIER, field=f"{field}.name", message=f"the {label} has no name, expected one")
        )
    if platform.domains and domain and domain not in platform.domains:
        expected = ", ".join(sorted(platform.domains))
        found.append(
            Finding(
                code=UNKNOWN_DOMAIN,
                field=f"{field}.domain",
                message=f"the {label} is registered in domain {domain!r}, expected one of {expected}",
            )
        )
