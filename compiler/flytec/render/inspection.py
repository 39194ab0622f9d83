"""An inspection as text: a paragraph an entity, a line a fact, nothing that the file does not say."""

import shlex
from collections.abc import Iterable, Iterator
from typing import TextIO

from flytec.ir import ours
from flytec.render.style import Role, Style, printable

_INDENT = "  "
_LABEL_WIDTH = 10
_KINDS = {
    ours.RESOURCE_TYPE_TASK: "task",
    ours.RESOURCE_TYPE_WORKFLOW: "workflow",
    ours.RESOURCE_TYPE_LAUNCH_PLAN: "launch plan",
}
_NODE_NOTES = {ours.NODE_KIND_WORKFLOW: "workflow", ours.NODE_KIND_LAUNCH_PLAN: "launch plan"}
_DEFAULT_POLICY = "fail_immediately"


def write_inspection(inspection: ours.Inspection, stream: TextIO, style: Style) -> None:
    """Writes one paragraph an entity, after a line that counts them where there are several."""
    if len(inspection.entities) > 1:
        stream.write(style.paint(_totals(inspection.entities), Role.STRONG) + "\n\n")
    for position, entity in enumerate(inspection.entities):
        if position:
            stream.write("\n")
        stream.writelines(f"{line}\n" for line in _entity_lines(entity, style))


def _totals(entities: Iterable[ours.InspectedEntity]) -> str:
    kinds = [_KINDS[entity.resource_type] for entity in entities]
    counts = ((kinds.count(kind), kind) for kind in _KINDS.values())
    return ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for count, kind in counts if count)


def _entity_lines(entity: ours.InspectedEntity, style: Style) -> Iterator[str]:
    kind = style.paint(_KINDS[entity.resource_type], Role.KIND)
    yield f"{kind} {style.paint(printable(entity.id.name), Role.STRONG)}"
    yield _INDENT + printable(entity.signature)
    documentation = entity.documentation
    for text in (documentation.short_description, documentation.long_description):
        yield from (_INDENT + printable(line) for line in text.strip().splitlines())
    for label, text in _facts(entity):
        if text:
            yield f"{_INDENT}{style.paint(printable(label).ljust(_LABEL_WIDTH), Role.FAINT)} {printable(text)}"
    if entity.WhichOneof("detail") == "workflow":
        yield from _workflow_lines(entity.workflow, style, _INDENT)


def _facts(entity: ours.InspectedEntity) -> Iterator[tuple[str, str]]:
    """What is worth a line, with its label; an empty text is left out."""
    yield from ((f"  {one.name}", one.description) for one in (*entity.inputs, *entity.outputs) if one.description)
    identifier = entity.id
    yield "project", " ".join(part for part in (identifier.project, identifier.domain) if part)
    yield "version", identifier.version
    match entity.WhichOneof("detail"):
        case "task":
            yield from _task_facts(entity.task)
        case "workflow":
            yield "tags", _named(entity.workflow.tags)
            yield "runs", "interruptible" if entity.workflow.interruptible else ""
            policy = entity.workflow.on_failure
            yield "on failure", "" if policy == _DEFAULT_POLICY else policy.replace("_", " ")
        case "launch_plan":
            yield from _launch_plan_facts(entity.launch_plan)
        case _:
            pass
    yield "tags", ", ".join(entity.documentation.tags)
    yield "source", entity.documentation.source_link
    yield "declared", f"{entity.origin.path}:{entity.origin.line}" if entity.HasField("origin") else ""
    yield "file", entity.source


def _task_facts(task: ours.InspectedTask) -> Iterator[tuple[str, str]]:
    yield "type", task.type + (f" version {task.type_version}" if task.type_version else "")
    for container in task.containers:
        yield from _container_facts(container)
    yield "query", task.sql.statement + (f" ({task.sql.dialect})" if task.sql.statement else "")
    yield "runs", _execution(task.execution)
    yield "cache", _cache(task.cache) if task.HasField("cache") else ""
    yield from _security_facts(task.security)
    yield "hardware", _named(task.extended_resources)
    yield "template", task.pod_template_name
    yield "labels", _named(task.labels)
    yield "annotated", _named(task.annotations)
    yield "tags", _named(task.tags)
    yield "config", _named(task.config)
    yield "custom", task.custom
    yield "deprecated", task.execution.deprecated
    yield "made by", task.runtime


def _container_facts(container: ours.InspectedContainer) -> Iterator[tuple[str, str]]:
    yield "container", container.name
    yield "image", container.image
    yield "command", shlex.join(container.command_line)
    yield "requests", _named(container.requests)
    yield "limits", _named(container.limits)
    yield "env", _environment(container.env)
    yield "ports", ", ".join(str(port) for port in container.ports)
    yield "data", container.data_config


def _security_facts(security: ours.InspectedSecurity) -> Iterator[tuple[str, str]]:
    yield "secrets", ", ".join(security.secrets)
    yield "iam role", security.iam_role
    yield "account", security.service_account
    yield "identity", security.execution_identity
    yield "oauth2", security.oauth2_client


def _launch_plan_facts(plan: ours.InspectedLaunchPlan) -> Iterator[tuple[str, str]]:
    yield "workflow", _address(plan.workflow)
    yield "fixed", _named(plan.fixed_inputs)
    yield "schedule", _schedule(plan.schedule)
    for one in plan.notifications:
        channel = one.channel.replace("_", " ") or "notification"
        yield "notifies", f"{', '.join(one.recipients)} by {channel} when {', '.join(one.phases).lower()}"
    yield from _security_facts(plan.security)
    yield "labels", _named(plan.labels)
    yield "annotated", _named(plan.annotations)
    yield "env", _environment(plan.env)
    yield "raw output", plan.raw_output_prefix
    settings = (
        f"{plan.max_parallelism} nodes at once" if plan.max_parallelism else "",
        _switch(plan, "interruptible"),
        "overwrites the cache" if plan.overwrite_cache else "",
        plan.concurrency,
        plan.state,
    )
    yield "runs", ", ".join(setting for setting in settings if setting)
    yield "trigger", plan.trigger


def _workflow_lines(workflow: ours.InspectedWorkflow, style: Style, indent: str) -> Iterator[str]:
    deeper = indent + _INDENT
    for node in workflow.nodes:
        yield from _node_lines(node, style, deeper)
    if workflow.outputs:
        returned = ", ".join(f"{pair.name}={pair.value}" for pair in workflow.outputs)
        yield f"{deeper}{style.paint('return', Role.KIND)} {printable(returned)}"
    if workflow.HasField("failure_node"):
        yield f"{indent}on failure"
        yield from _node_lines(workflow.failure_node, style, deeper)
    for sub in workflow.sub_workflows:
        yield f"{indent}{style.paint('within', Role.FAINT)} {printable(sub.id.name + sub.signature)}"
        yield from _workflow_lines(sub.workflow, style, indent)


def _node_lines(node: ours.InspectedNode, style: Style, indent: str) -> Iterator[str]:
    notes = [note for note in _node_notes(node) if note]
    comment = style.paint(printable("  # " + "; ".join(notes)), Role.FAINT) if notes else ""
    yield indent + printable(node.call) + comment
    for position, arm in enumerate(node.arms):
        word = "else" if not arm.condition else "elif" if position else "if"
        head = f"{word} {arm.condition}".rstrip()
        if arm.WhichOneof("outcome") == "error":
            yield f"{indent}{_INDENT}{printable(f'{head}: fail({arm.error!r})')}"
        else:
            yield f"{indent}{_INDENT}{printable(head)}:"
            yield from _node_lines(arm.node, style, indent + _INDENT * 2)


def _node_notes(node: ours.InspectedNode) -> Iterator[str]:
    yield _NODE_NOTES.get(node.kind, "")
    yield _execution(node.execution)
    yield _named(node.overrides)
    # What a node waits for only because its inputs come from there can be read off the call.
    ordered = [one for one in node.upstream if not any(_mentions(pair.value, one) for pair in node.inputs)]
    yield f"after {', '.join(ordered)}" if ordered else ""
    yield f"outputs as {_named(node.aliases)}" if node.aliases else ""


def _mentions(expression: str, node_id: str) -> bool:
    return f"{node_id}." in expression


def _execution(execution: ours.InspectedExecution) -> str:
    parts = (
        f"retries {execution.retries}" if execution.retries else "",
        f"timeout {execution.timeout}" if execution.timeout else "",
        "interruptible" if execution.interruptible else "",
        "with a deck" if execution.deck else "",
        "eager" if execution.eager else "",
    )
    return ", ".join(part for part in parts if part)


def _cache(cache: ours.InspectedCache) -> str:
    parts = [f"version {cache.version!r}"]
    if cache.serialized:
        parts.append("one execution at a time")
    if cache.ignored_inputs:
        parts.append(f"ignores {', '.join(cache.ignored_inputs)}")
    return ", ".join(parts)


def _schedule(schedule: ours.InspectedSchedule) -> str:
    offset = f" offset {schedule.offset}" if schedule.offset else ""
    time = f", time in {schedule.kickoff_time_input}" if schedule.kickoff_time_input else ""
    return schedule.expression + offset + time


def _switch(plan: ours.InspectedLaunchPlan, name: str) -> str:
    return "" if not plan.HasField(name) else name if getattr(plan, name) else f"not {name}"


def _named(held: Iterable[ours.InspectedPair]) -> str:
    return ", ".join(f"{pair.name}={pair.value}" for pair in held)


def _environment(held: Iterable[ours.InspectedPair]) -> str:
    return " ".join(f"{pair.name}={shlex.quote(pair.value)}" for pair in held)


def _address(identifier: ours.Identifier) -> str:
    scope = "/".join(part for part in (identifier.project, identifier.domain) if part)
    return " ".join(part for part in (scope, identifier.name, identifier.version) if part)
