"""The identifier of a unit.

Rule: flyteadmin's `ValidateIdentifier`. Names and versions may have any length and characters.
"""

from collections.abc import Mapping

from flytec.checks.finding import Finding
from flytec.checks.known import Key
from flytec.checks.nodes import CRASHES
from flytec.checks.platform import Platform
from flytec.codes import FOREIGN_IDENTITY, INVALID_IDENTIFIER, UNHYDRATABLE, UNKNOWN_DOMAIN
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.program import Unit


def check_identifier(unit: Unit, key: Key, given: Mapping[str, str], platform: Platform, found: list[Finding]) -> None:
    """Adds to `found` what is wrong with a unit's own identifier.

    `key` is the one that it is registered under, `given` the project and domain that flytectl is given, where known.
    """
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
    for part, value in given.items():
        said = getattr(holder.id, part)
        if value and said not in ("", value, f"{{{{ registration.{part} }}}}"):
            found.append(_foreign(label, f"{field}.{part}", part, said, value))
    domain = given["domain"] or key[2]
    if platform.domains and domain and domain not in platform.domains:
        expected = ", ".join(sorted(platform.domains))
        found.append(
            Finding(
                code=UNKNOWN_DOMAIN,
                field=f"{field}.domain",
                message=f"the {label} is registered in domain {domain!r}, expected one of {expected}",
            )
        )


def _foreign(label: str, field: str, part: str, said: str, value: str) -> Finding:
    return Finding(
        code=FOREIGN_IDENTITY,
        field=field,
        message=f"the {label} is registered in {part} {value!r}, expected {said!r}, as it says itself",
        hint=f"Register it with --{part} {said}, or leave the {part} out.",
        severity=Severity.WARNING,
    )
