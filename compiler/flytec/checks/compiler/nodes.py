"""The interfaces of nodes, and what is wrong with a node by itself.

Rule: `ValidateUnderlyingInterface` and `ValidateNode` in flytepropeller's `pkg/compiler/validators`.
"""

from collections.abc import Mapping

from flytec.checks.compiler.bindings import discover_inputs
from flytec.checks.compiler.branches import branch_interface
from flytec.checks.compiler.interface import OPAQUE, Described, Interface, Type, types_of
from flytec.checks.compiler.scope import NodeState, Scope, SubReference
from flytec.checks.known import KnownLaunchPlan, key_of
from flytec.codes import (
    DUPLICATE_ALIAS,
    NO_CONDITION_FOUND,
    PARAMETER_NOT_BOUND,
    TASK_REFERENCE_NOT_FOUND,
    VALUE_REQUIRED,
    WORKFLOW_REFERENCE_NOT_FOUND,
)
from flytec.ir import pb


def derive(scope: Scope, state: NodeState, *, compiled: bool = True) -> None:
    """Makes out what a node takes and gives, `interface` and `outputs` of its state; reports what stands in the way.

    A node is not `compiled` where only its interface is asked for, as those in maps are.
    """
    node = state.node
    if node is None:
        return
    match node.WhichOneof("target"):
        case "task_node":
            state.interface = _task(scope, state, node.task_node)
        case "workflow_node":
            state.interface = _workflow(scope, state, node.workflow_node, compiled=compiled)
        case "branch_node":
            state.interface = branch_interface(scope, state, lambda scope, arm: derive(scope, arm, compiled=compiled))
        case "gate_node":
            state.interface = _gate(scope, state, node.gate_node)
        case "array_node":
            inner = NodeState(state.id, node.array_node.node, f"{state.where}.array_node.node")
            derive(scope, inner, compiled=False)
            state.interface = inner.interface
        case _:
            _required(scope, state, "", "runs nothing, expected a task, a workflow, a conditional, a gate or a map")
    if state.interface is not None:
        outputs = state.interface.outputs
        state.outputs = _renamed(scope, state, node, outputs) if node.output_aliases else outputs


def _task(scope: Scope, state: NodeState, node: pb.TaskNode) -> Interface | None:
    if not node.HasField("reference_id"):
        _required(scope, state, ".task_node.reference_id", "names no task, expected one")
        return None
    described = scope.universe.task(node.reference_id)
    if described is None:
        return _missing(scope, state, "task_node.reference_id", f"task {node.reference_id.name!r}")
    return _faultless(scope, state, described)


def _workflow(scope: Scope, state: NodeState, node: pb.WorkflowNode, *, compiled: bool) -> Interface | None:
    match node.WhichOneof("reference"):
        case "launchplan_ref":
            plan = scope.universe.launch_plan(node.launchplan_ref)
            if plan is None:
                return _missing(
                    scope, state, "workflow_node.launchplan_ref", f"launch plan {node.launchplan_ref.name!r}"
                )
            return plan.interface if isinstance(plan, Described) else _launch_plan(scope, state, plan)
        case "sub_workflow_ref":
            return _sub_workflow(scope, state, node.sub_workflow_ref, compiled=compiled)
        case _:
            where, message = f"{state.where}.workflow_node", f"{state.label()} names no workflow, expected one"
            scope.report.error(WORKFLOW_REFERENCE_NOT_FOUND, where, message, node=state.id)
            return None


def _launch_plan(scope: Scope, state: NodeState, plan: KnownLaunchPlan) -> Interface | None:
    """A launch plan takes what it requires, and of the rest what it is given."""
    if plan.outputs is None:
        message = "runs a launch plan whose workflow does not say that it has outputs or none, expected either"
        _required(
            scope, state, ".workflow_node.launchplan_ref", message, "Give the workflow's interface both its parts."
        )
        return None
    given = {binding.var for binding in state.node.inputs} if state.node else set()
    parameters = plan.inputs.parameters
    inputs = {name: parameters[name].var for name in parameters if parameters[name].required or name in given}
    faults = [
        (f"inputs[{name!r}]", f"the input {name!r} has no type, expected one")
        for name in sorted(inputs)
        if not inputs[name].HasField("type")
    ]
    outputs = types_of(plan.outputs, "output", faults)
    interface = Interface({name: inputs[name].type for name in inputs}, outputs)
    return _faultless(scope, state, Described(interface, tuple(faults)))


def _sub_workflow(scope: Scope, state: NodeState, reference: pb.Identifier, *, compiled: bool) -> Interface | None:
    key = key_of(reference)
    if key not in scope.universe.subs:
        return _missing(scope, state, "workflow_node.sub_workflow_ref", f"sub-workflow {reference.name!r}")
    scope.sub_references.append(SubReference(key, state.id, compiled))
    described = scope.universe.sub_workflow(key)
    if described is None:
        message = (
            f"runs the sub-workflow {reference.name!r}, which has no interface; expected one, if without variables"
        )
        _required(scope, state, ".workflow_node.sub_workflow_ref", message)
        return None
    return _faultless(scope, state, described)


def _faultless(scope: Scope, state: NodeState, described: Described) -> Interface | None:
    for _, fault in described.faults:
        _required(scope, state, "", f"runs something of which {fault}")
    return None if described.faults else described.interface


def _gate(scope: Scope, state: NodeState, node: pb.GateNode) -> Interface | None:
    match node.WhichOneof("condition"):
        case "approve":
            inputs = discover_inputs(scope, state, f"{state.where}.inputs")
            return None if inputs is None else Interface(inputs, inputs)
        case "signal":
            signal = node.signal
            if not signal.HasField("type"):
                _required(scope, state, ".gate_node.signal.type", "waits for an input without a type, expected one")
            if not signal.output_variable_name:
                where = ".gate_node.signal.output_variable_name"
                _required(scope, state, where, "waits for an input without a name, expected one")
            if not signal.HasField("type") or not signal.output_variable_name:
                return None
            return Interface({}, {signal.output_variable_name: signal.type})
        case "sleep":
            return Interface({}, {})
        case _:
            message = f"{state.label()} waits for nothing, expected an approval, an input or a time"
            scope.report.error(NO_CONDITION_FOUND, f"{state.where}.gate_node", message, node=state.id)
            return None


def _renamed(scope: Scope, state: NodeState, node: pb.Node, outputs: Mapping[str, Type]) -> Mapping[str, Type] | None:
    """The outputs as others see them, behind their aliases; None where an alias is wrong."""
    aliases: dict[str, str] = {}
    faultless = True
    for index, alias in enumerate(node.output_aliases):
        where = f"{state.where}.output_aliases[{index}]"
        if alias.var in aliases:
            message = f"{state.label()} gives {alias.var!r} two aliases, expected one"
            scope.report.error(DUPLICATE_ALIAS, where, message, node=state.id)
            faultless = False
        elif alias.var not in outputs:
            message = f"{state.label()} gives an alias to {alias.var!r}, which is none of its outputs; expected one"
            scope.report.error(PARAMETER_NOT_BOUND, where, message, node=state.id)
            faultless = False
        aliases.setdefault(alias.var, alias.alias)
    if not faultless or len(outputs) == 0:
        return outputs if faultless else None
    return {aliases.get(name, name): of for name, of in outputs.items()}


def _missing(scope: Scope, state: NodeState, path: str, what: str) -> Interface:
    """Reports that what a node runs is not there; the server stops there, so nothing else is held against it."""
    code = TASK_REFERENCE_NOT_FOUND if path.startswith("task") else WORKFLOW_REFERENCE_NOT_FOUND
    place = "among those that the workflow carries" if what.startswith("sub") else "by this very identifier"
    message = f"{state.label()} runs the {what}, which is not there, expected it {place}"
    scope.report.error(code, f"{state.where}.{path}", message, node=state.id)
    return OPAQUE


def _required(scope: Scope, state: NodeState, path: str, message: str, hint: str = "") -> None:
    where, text = f"{state.where}{path}", f"{state.label()} {message}"
    scope.report.error(VALUE_REQUIRED, where, text, node=state.id, hint=hint)
