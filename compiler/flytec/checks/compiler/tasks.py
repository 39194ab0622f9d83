"""A task, as the server compiles it.

Rule: `CompileTask` in flytepropeller's `pkg/compiler/task_compiler.go`.
"""

from collections.abc import Iterator

from flytec.checks.finding import Finding
from flytec.checks.pod_spec import container_name_faults, read_pod
from flytec.checks.quantity import is_quantity
from flytec.codes import INVALID_VALUE, UNRECOGNIZED_VALUE, VALUE_REQUIRED, Code
from flytec.ir import pb

_RESOURCES = {1: "cpu", 2: "gpu", 3: "memory", 4: "storage", 5: "ephemeral storage"}


def check_task_compiles(template: pb.TaskTemplate) -> list[Finding]:
    """What the server's compiler refuses of a task: identifier, command, image, quantities, the pod."""
    target = template.WhichOneof("target")
    findings: list[Finding] = []
    if not template.HasField("id"):
        findings.append(_finding(VALUE_REQUIRED, "template.id", "the task has no identifier, expected one"))
    if target == "container":
        findings += _container_findings(template)
    elif target == "k8s_pod":
        findings += _pod_findings(template.k8s_pod)
    return findings


def _container_findings(template: pb.TaskTemplate) -> Iterator[Finding]:
    container, where = template.container, "template.container"
    interface = template.interface
    if not container.args and not container.command and (interface.inputs.variables or interface.outputs.variables):
        message = "the container has neither a command nor args, expected either for a task with inputs or outputs"
        yield _finding(VALUE_REQUIRED, f"{where}.command", message)
    if not container.image:
        hint = "Name an image for the task, or a default one for all."
        yield _finding(VALUE_REQUIRED, f"{where}.image", "the container has no image, expected one", hint)
    if container.HasField("resources"):
        yield from _resource_findings(container.resources, f"{where}.resources")


def _resource_findings(resources: pb.Resources, where: str) -> Iterator[Finding]:
    for side, label in (("requests", "request"), ("limits", "limit")):
        for index, entry in enumerate(getattr(resources, side)):
            if not is_quantity(entry.value):
                name = _RESOURCES.get(entry.name, "resource")
                message = f"the {name} {label} is {entry.value!r}, expected a quantity such as 500m, 2 or 1Gi"
                yield _finding(UNRECOGNIZED_VALUE, f"{where}.{side}[{index}].value", message)


def _pod_findings(pod: pb.K8sPod) -> Iterator[Finding]:
    where = "template.k8s_pod.pod_spec"
    if not pod.HasField("pod_spec"):
        return  # which registration asks for
    read = read_pod(pod.pod_spec)
    for fault in (*read.faults, *container_name_faults(read)):
        yield _finding(INVALID_VALUE, f"{where}.{fault.path}" if fault.path else where, fault.message)


def _finding(code: Code, field: str, message: str, hint: str = "") -> Finding:
    return Finding(code=code, field=field, message=message, hint=hint)
