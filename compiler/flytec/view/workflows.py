"""A workflow's nodes as lines of code: `n1 = pkg.module.task(x=n0.o0, y=inputs.a)`."""

from collections.abc import Iterable

from flytec.ir import ours, pb
from flytec.view.bindings import START_NODE, binding_text, condition_text, producers
from flytec.view.interface import signature, variables
from flytec.view.names import duration_text, enum_name, identifier, listed_pairs, pairs
from flytec.view.tasks import extended_resources, resource_pairs, struct_json
from flytec.view.types import type_text

UNKNOWN_TARGET = "<unknown>"


def workflow_view(
    template: pb.WorkflowTemplate, sub_workflows: Iterable[pb.WorkflowTemplate] = ()
) -> ours.InspectedWorkflow:
    """Everything about a workflow but its identity and interface."""
    return ours.InspectedWorkflow(
        nodes=[node_view(node) for node in template.nodes],
        outputs=listed_pairs((binding.var, binding_text(binding.binding)) for binding in template.outputs),
        failure_node=node_view(template.failure_node) if template.HasField("failure_node") else None,
        on_failure=enum_name(template.metadata, "on_failure").lower(),
        interruptible=template.metadata_defaults.interruptible,
        tags=pairs(template.metadata.tags),
        sub_workflows=[_sub_workflow(one) for one in sub_workflows],
    )


def node_view(node: pb.Node) -> ours.InspectedNode:
    """One node; the arms of a conditional hold nodes again."""
    view = ours.InspectedNode(
        id=node.id,
        name=node.metadata.name,
        inputs=listed_pairs((binding.var, binding_text(binding.binding)) for binding in node.inputs),
        upstream=sorted({*node.upstream_node_ids, *_data_sources(node)}, key=_natural),
        execution=_execution(node.metadata),
        overrides=_overrides(node),
        aliases=listed_pairs((one.var, one.alias) for one in node.output_aliases),
    )
    match node.WhichOneof("target"):
        case "task_node":
            _call(view, ours.NODE_KIND_TASK, node.task_node.reference_id)
        case "workflow_node":
            _call_workflow(view, node.workflow_node)
        case "array_node":
            _map(view, node.array_node)
        case "branch_node":
            _conditional(view, node)
        case "gate_node":
            _gate(view, node.gate_node)
        case _:
            view.call = f"{view.id} = {UNKNOWN_TARGET}({_arguments(view)})"
    return view


def _call(view: ours.InspectedNode, kind: ours.NodeKind, target: pb.Identifier) -> None:
    view.kind = kind
    view.target.CopyFrom(identifier(target))
    view.call = f"{view.id} = {target.name or UNKNOWN_TARGET}({_arguments(view)})"


def _call_workflow(view: ours.InspectedNode, node: pb.WorkflowNode) -> None:
    if node.WhichOneof("reference") == "launchplan_ref":
        _call(view, ours.NODE_KIND_LAUNCH_PLAN, node.launchplan_ref)
    else:
        _call(view, ours.NODE_KIND_WORKFLOW, node.sub_workflow_ref)


def _map(view: ours.InspectedNode, array: pb.ArrayNode) -> None:
    inner = node_view(array.node)
    view.kind = ours.NODE_KIND_MAP
    view.target.CopyFrom(inner.target)
    options = [inner.target.name or UNKNOWN_TARGET]
    if array.WhichOneof("parallelism_option") and array.parallelism:
        options.append(f"concurrency={array.parallelism}")
    match array.WhichOneof("success_criteria"):
        case "min_successes":
            options.append(f"min_successes={array.min_successes}")
        case "min_success_ratio":
            options.append(f"min_success_ratio={array.min_success_ratio:g}")
        case _:
            pass
    if array.bound_inputs:
        options.append(f"bound_inputs={sorted(array.bound_inputs)}")
    view.call = f"{view.id} = map_task({', '.join(options)})({_arguments(view)})"


def _conditional(view: ours.InspectedNode, node: pb.Node) -> None:
    view.kind = ours.NODE_KIND_CONDITIONAL
    view.call = f"{view.id} = conditional({view.name!r})"
    bound = {pair.name: pair.value for pair in view.inputs}
    block = node.branch_node.if_else
    for one in (block.case, *block.other):
        arm = view.arms.add(condition=condition_text(one.condition, bound))
        arm.node.CopyFrom(node_view(one.then_node))
    match block.WhichOneof("default"):
        case "else_node":
            view.arms.add().node.CopyFrom(node_view(block.else_node))
        case "error":
            view.arms.add(error=block.error.message)
        case _:
            pass


def _gate(view: ours.InspectedNode, gate: pb.GateNode) -> None:
    view.kind = ours.NODE_KIND_GATE
    match gate.WhichOneof("condition"):
        case "approve":
            held = ", ".join(pair.value for pair in view.inputs)
            text = f"approve({held}, {gate.approve.signal_id!r})"
        case "signal":
            text = f"wait_for_input({gate.signal.signal_id!r}, {type_text(gate.signal.type)})"
        case "sleep":
            text = f"sleep({duration_text(gate.sleep.duration)!r})"
        case _:
            text = UNKNOWN_TARGET
    view.call = f"{view.id} = {text}"


def _arguments(view: ours.InspectedNode) -> str:
    return ", ".join(f"{pair.name}={pair.value}" for pair in view.inputs)


def _data_sources(node: pb.Node) -> set[str]:
    return {one for binding in node.inputs for one in producers(binding.binding)} - {"", START_NODE}


def _execution(metadata: pb.NodeMetadata) -> ours.InspectedExecution | None:
    view = ours.InspectedExecution(
        retries=metadata.retries.retries,
        timeout=duration_text(metadata.timeout) if metadata.timeout.ByteSize() else "",
    )
    if metadata.HasField("interruptible"):
        view.interruptible = metadata.interruptible
    return view if view.ByteSize() else None


def _overrides(node: pb.Node) -> list[ours.InspectedPair]:
    metadata, changed = node.metadata, node.task_node.overrides
    rows: list[tuple[str, str]] = []
    if metadata.WhichOneof("cacheable_value"):
        rows.append(("cache", str(metadata.cacheable)))
    if metadata.WhichOneof("cache_version_value"):
        rows.append(("cache_version", metadata.cache_version))
    if metadata.WhichOneof("cache_serializable_value"):
        rows.append(("cache_serialize", str(metadata.cache_serializable)))
    if changed.container_image:
        rows.append(("container_image", changed.container_image))
    rows += [(f"requests.{pair.name}", pair.value) for pair in resource_pairs(changed.resources.requests)]
    rows += [(f"limits.{pair.name}", pair.value) for pair in resource_pairs(changed.resources.limits)]
    rows += [(pair.name, pair.value) for pair in extended_resources(changed.extended_resources)]
    if changed.HasField("pod_template"):
        rows.append(("pod_template", struct_json(changed.pod_template.pod_spec)))
    rows += [(name, metadata.config[name]) for name in sorted(metadata.config)]
    return listed_pairs(rows)


def _sub_workflow(template: pb.WorkflowTemplate) -> ours.InspectedSubWorkflow:
    interface = template.interface
    return ours.InspectedSubWorkflow(
        id=identifier(template.id),
        signature=signature(variables(interface.inputs.variables), variables(interface.outputs.variables)),
        workflow=workflow_view(template),
    )


def _natural(node_id: str) -> tuple[str, int, str]:
    """Sorts n2 before n10."""
    head = node_id.rstrip("0123456789")
    digits = node_id[len(head) :]
    return (head, int(digits[:18] or 0), digits)
