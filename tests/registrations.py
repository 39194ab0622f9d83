"""Valid units in protobuf's text form for tests of the checks, and findings as lines."""

from collections.abc import Iterable

from google.protobuf import text_format

from flytec.checks.finding import Finding
from flytec.checks.identity import Policy
from flytec.checks.platform import Platform
from flytec.checks.program import check_program
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.program import Kind, Program, Unit

TASK = """
template {
  id { resource_type: TASK project: "p" domain: "d" name: "NAME" version: "v" }
  type: "python-task"
  metadata { runtime { type: FLYTE_SDK version: "1.16.31" flavor: "python" } }
  interface { inputs {} outputs {} }
  container { image: "registry.example/image:1" args: "run" }
}
"""
WORKFLOW = """
template {
  id { resource_type: WORKFLOW project: "p" domain: "d" name: "NAME" version: "v" }
  metadata {}
  interface { inputs {} outputs {} }
  metadata_defaults {}
}
"""
LAUNCH_PLAN = """
id { resource_type: LAUNCH_PLAN project: "p" domain: "d" name: "NAME" version: "v" }
spec {
  workflow_id { resource_type: WORKFLOW project: "p" domain: "d" name: "w" version: "v" }
  entity_metadata {}
  default_inputs {}
  fixed_inputs {}
}
closure { expected_inputs {} expected_outputs {} }
"""
TASK_NODE = """
template { nodes { id: "n0" metadata { name: "n0" } task_node {
  reference_id { resource_type: TASK project: "p" domain: "d" name: "t" version: "v" } } } }
"""


def task(more: str = "", name: str = "t") -> Unit:
    """A valid task, and what is merged into it."""
    message = text_format.Parse(TASK.replace("NAME", name), pb.TaskSpec())
    return Unit(kind=Kind.TASK, message=text_format.Merge(more, message))


def workflow(more: str = TASK_NODE, name: str = "w") -> Unit:
    """A workflow of one node that runs the task `t`, or of other nodes."""
    message = text_format.Parse(WORKFLOW.replace("NAME", name), pb.WorkflowSpec())
    return Unit(kind=Kind.WORKFLOW, message=text_format.Merge(more, message))


def launch_plan(more: str = "", name: str = "l") -> Unit:
    """A valid launch plan of the workflow `w`, and what is merged into it."""
    message = text_format.Parse(LAUNCH_PLAN.replace("NAME", name), pb.LaunchPlan())
    return Unit(kind=Kind.LAUNCH_PLAN, message=text_format.Merge(more, message))


def without(unit: Unit, path: str) -> Unit:
    """The unit with a field cleared."""
    *above, last = path.split(".")
    holder: pb.Message = unit.message
    for name in above:
        holder = getattr(holder, name)
    holder.ClearField(last)
    return unit


def check(*units: Unit, platform: Platform | None = None, policy: Policy | None = None) -> list[str]:
    """What is found in a program of these units, a line a finding."""
    found = check_program(Program(units), platform=platform or Platform(), policy=policy or Policy())
    return [line(finding) for _, finding in found]


def lines(found: Iterable[Finding]) -> list[str]:
    """Findings, a line each."""
    return [line(finding) for finding in found]


def line(finding: Finding) -> str:
    """`warning FTC348 some.field: the message (The hint.)`; of an error the severity is left out."""
    severity = "" if finding.severity is Severity.ERROR else f"{finding.severity.value} "
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"{severity}{finding.code.id} {finding.field}: {finding.message}{hint}"
