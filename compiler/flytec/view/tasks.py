"""How a task runs: its containers, resources, cache and security, in our own messages."""

import json
from collections.abc import Iterable
from typing import Any

from flytec.ir import ours, pb
from flytec.ir.plain import to_plain
from flytec.view.names import duration_text, enum_name, listed_pairs, pairs

_RESOURCES = {
    "CPU": "cpu",
    "GPU": "gpu",
    "MEMORY": "mem",
    "STORAGE": "storage",
    "EPHEMERAL_STORAGE": "ephemeral_storage",
}


def task_view(template: pb.TaskTemplate) -> ours.InspectedTask:
    """Everything about a task but its identity and interface."""
    metadata = template.metadata
    view = ours.InspectedTask(
        type=template.type,
        type_version=template.task_type_version,
        runtime=_runtime(metadata.runtime),
        pod_template_name=metadata.pod_template_name,
        execution=_execution(metadata),
        cache=_cache(metadata) if metadata.discoverable else None,
        security=security_view(template.security_context),
        extended_resources=extended_resources(template.extended_resources),
        labels=pairs(template.k8s_pod.metadata.labels or metadata.metadata.labels),
        annotations=pairs(template.k8s_pod.metadata.annotations or metadata.metadata.annotations),
        tags=pairs(metadata.tags),
        config=pairs(template.config),
        custom=struct_json(template.custom) if template.custom.fields else "",
    )
    match template.WhichOneof("target"):
        case "container":
            view.containers.append(_container(template.container))
        case "k8s_pod":
            view.pod_spec = struct_json(template.k8s_pod.pod_spec)
            view.containers.extend(_pod_containers(template.k8s_pod))
        case "sql":
            view.sql.statement = template.sql.statement
            view.sql.dialect = enum_name(template.sql, "dialect")
        case _:
            pass
    return view


def resource_pairs(entries: Iterable[pb.Resources.ResourceEntry]) -> list[ours.InspectedPair]:
    """Requests or limits, under the names that flytekit's `Resources` has."""
    named = ((enum_name(entry, "name"), entry.value) for entry in entries)
    return listed_pairs((_RESOURCES.get(name, name), value) for name, value in named)


def extended_resources(held: pb.ExtendedResources) -> list[ours.InspectedPair]:
    """The accelerator and the shared memory, where there are any."""
    rows = []
    if held.HasField("gpu_accelerator"):
        rows.append(("accelerator", _accelerator(held.gpu_accelerator)))
    if held.HasField("shared_memory"):
        memory = held.shared_memory
        limit = f" up to {memory.size_limit}" if memory.size_limit else ""
        rows.append(("shared_memory", f"{memory.mount_name} at {memory.mount_path}{limit}"))
    return listed_pairs(rows)


def security_view(context: pb.SecurityContext) -> ours.InspectedSecurity | None:
    """On whose behalf it runs, and the secrets that it gets; None where nothing of that is set."""
    view = ours.InspectedSecurity(
        iam_role=context.run_as.iam_role,
        service_account=context.run_as.k8s_service_account,
        execution_identity=context.run_as.execution_identity,
        oauth2_client=context.run_as.oauth2_client.client_id,
        secrets=[_secret(secret) for secret in context.secrets],
    )
    return view if view.ByteSize() else None


def struct_json(struct: pb.Struct) -> str:
    """A struct as JSON on one line; a note in its place where it holds what JSON does not have."""
    try:
        return json.dumps(to_plain(struct), ensure_ascii=False, sort_keys=True)
    except ValueError:
        return json.dumps("<a struct with numbers that JSON does not have>")


def _runtime(runtime: pb.RuntimeMetadata) -> str:
    if not runtime.ByteSize():
        return ""
    return " ".join(part for part in (enum_name(runtime, "type"), runtime.flavor, runtime.version) if part)


def _execution(metadata: pb.TaskMetadata) -> ours.InspectedExecution | None:
    view = ours.InspectedExecution(
        retries=metadata.retries.retries,
        timeout=duration_text(metadata.timeout) if metadata.timeout.ByteSize() else "",
        deprecated=metadata.deprecated_error_message,
        eager=metadata.is_eager,
    )
    if metadata.HasField("interruptible"):
        view.interruptible = metadata.interruptible
    if metadata.HasField("generates_deck"):
        view.deck = metadata.generates_deck.value
    return view if view.ByteSize() else None


def _cache(metadata: pb.TaskMetadata) -> ours.InspectedCache:
    return ours.InspectedCache(
        version=metadata.discovery_version,
        serialized=metadata.cache_serializable,
        ignored_inputs=metadata.cache_ignore_input_vars,
    )


def _container(container: pb.Container) -> ours.InspectedContainer:
    return ours.InspectedContainer(
        image=container.image,
        command_line=[*container.command, *container.args],
        env=listed_pairs((one.key, one.value) for one in container.env),
        requests=resource_pairs(container.resources.requests),
        limits=resource_pairs(container.resources.limits),
        ports=[port.container_port for port in container.ports],
        data_config=_data_config(container.data_config),
    )


def _data_config(config: pb.DataLoadingConfig) -> str:
    if not config.enabled:
        return ""
    return f"inputs in {config.input_path}, outputs in {config.output_path}, as {enum_name(config, 'format')}"


def _accelerator(accelerator: pb.GPUAccelerator) -> str:
    match accelerator.WhichOneof("partition_size_value"):
        case "partition_size":
            return f"{accelerator.device} partition {accelerator.partition_size}"
        case "unpartitioned":
            return f"{accelerator.device} unpartitioned"
        case _:
            return accelerator.device


def _secret(secret: pb.Secret) -> str:
    name = "/".join(part for part in (secret.group, secret.key) if part) or "<unnamed>"
    version = f" version {secret.group_version}" if secret.group_version else ""
    mount = enum_name(secret, "mount_requirement")
    how = "" if mount == "ANY" else f" as {mount.lower()}"
    return f"{name}{version}{how}" + (f" {secret.env_var}" if secret.env_var else "")


def _pod_containers(pod: pb.K8sPod) -> list[ours.InspectedContainer]:
    """The containers of a pod, the primary one first; a pod specification may hold anything, so all is checked."""
    try:
        spec = to_plain(pod.pod_spec)
    except ValueError:
        return []
    found = [_pod_container(one) for one in _list(_dict(spec).get("containers")) if isinstance(one, dict)]
    return sorted(found, key=lambda one: one.name != pod.primary_container_name)


def _pod_container(spec: dict[str, Any]) -> ours.InspectedContainer:
    resources = _dict(spec.get("resources"))
    env = [_dict(one) for one in _list(spec.get("env"))]
    return ours.InspectedContainer(
        name=_text(spec.get("name")),
        image=_text(spec.get("image")),
        command_line=[_text(word) for word in (*_list(spec.get("command")), *_list(spec.get("args")))],
        env=listed_pairs((_text(one.get("name")), _text(one.get("value", one.get("valueFrom")))) for one in env),
        requests=pairs({name: _text(value) for name, value in _dict(resources.get("requests")).items()}),
        limits=pairs({name: _text(value) for name, value in _dict(resources.get("limits")).items()}),
    )


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)
