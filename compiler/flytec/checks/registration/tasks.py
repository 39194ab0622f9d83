"""The task validator.

Rule: flyteadmin's `ValidateTask`. What CompileTask asks for as well (the container's image, quantities that parse, pods
that decode) is left to the workflow compiler's rules, which name it by the compiler's own codes.
"""

from flytec.checks.finding import Finding
from flytec.checks.platform import Platform
from flytec.checks.registration.resources import container_findings, pod_container_findings
from flytec.codes import MISSING_PART, TASK_TYPE_NOT_ALLOWED
from flytec.ir import pb
from flytec.ir.codec import serialize


def check_task(spec: pb.TaskSpec, platform: Platform, plain_resources: set[bytes], found: list[Finding]) -> None:
    """Adds to `found` what the server's task validator refuses.

    `plain_resources` are the serialized forms of container resources that it takes; more are added.
    """
    if not spec.HasField("template"):
        found.append(missing("template", "the task has no template, expected one"))
        return
    template = spec.template
    if not template.type:
        found.append(missing("template.type", "the task has no type, expected one such as python-task"))
    elif platform.task_types and template.type not in platform.task_types:
        found.append(_not_allowed(template.type, platform))
    if not template.HasField("metadata"):
        found.append(missing("template.metadata", "the task has no metadata, expected some, if empty"))
    elif not template.metadata.runtime.version and template.metadata.HasField("runtime"):
        where = "template.metadata.runtime.version"
        found.append(missing(where, "the task's runtime has no version, expected that of the SDK it is written for"))
    if not template.HasField("interface"):
        found.append(missing("template.interface", "the task has no interface, expected one, if without variables"))
    _check_target(template, platform, plain_resources, found)


def missing(field: str, message: str, hint: str = "") -> Finding:
    """The finding that a part of a message is not there."""
    return Finding(code=MISSING_PART, field=field, message=message, hint=hint)


def _check_target(
    template: pb.TaskTemplate, platform: Platform, plain_resources: set[bytes], found: list[Finding]
) -> None:
    target = template.WhichOneof("target")
    if target == "container":
        resources = template.container.resources
        form = serialize(resources)
        if form not in plain_resources:
            wrong = list(container_findings(resources, platform))
            found += wrong
            if not wrong:
                plain_resources.add(form)
    elif target == "k8s_pod":
        if not template.k8s_pod.HasField("pod_spec"):
            found.append(missing("template.k8s_pod.pod_spec", "the task's pod has no pod_spec, expected one"))
            return
        from flytec.checks.pod_spec import read_pod

        for index, container in enumerate(read_pod(template.k8s_pod.pod_spec).containers):
            if container.requests or container.limits:
                field = f"template.k8s_pod.pod_spec.containers[{index}]"
                found.extend(pod_container_findings(container, field, platform))


def _not_allowed(name: str, platform: Platform) -> Finding:
    return Finding(
        code=TASK_TYPE_NOT_ALLOWED,
        field="template.type",
        message=f"the task is of type {name!r}, expected one that the deployment takes: "
        f"{', '.join(sorted(platform.task_types))}",
        hint="Have the type added to the deployment's task_type_whitelist.",
        severity=platform.task_types_severity,
    )
