"""The constants of a unit: defaults and fixed inputs of launch plans, and what nodes bind besides promises.

Plain numbers, texts and the like are left out: they are most of them, and hold nothing.
"""

from collections.abc import Iterator
from typing import NamedTuple

from flytec.ir import pb
from flytec.ir.program import Unit


class Constant(NamedTuple):
    """One value: its path in the unit's message, the input that it is for, and the node, where a node binds it."""

    path: str
    name: str
    node: str
    value: pb.Literal | pb.Scalar


_PLAIN = frozenset(("primitive", "none_type"))


def constants(unit: Unit) -> Iterator[Constant]:
    """All constants that are the unit's own and no plain value; those of sub-workflows are in units of theirs."""
    match unit.message:
        case pb.LaunchPlan() as plan:
            yield from _of_launch_plan(plan)
        case pb.WorkflowSpec() as spec:
            template = spec.template
            for index, node in enumerate(template.nodes):
                if not _has_plain_only(node):
                    yield from _of_node(f"template.nodes[{index}]", node)
            if template.HasField("failure_node"):
                yield from _of_node("template.failure_node", template.failure_node)
            for index, output in enumerate(template.outputs):
                if not _is_plain(output.binding):
                    yield from _of_binding(f"template.outputs[{index}]", "", output)
        case pb.TaskSpec():
            pass


def _of_launch_plan(plan: pb.LaunchPlan) -> Iterator[Constant]:
    parameters = plan.spec.default_inputs.parameters
    for name in sorted(parameters):
        if parameters[name].HasField("default") and not _is_plain_literal(parameters[name].default):
            path = f"spec.default_inputs.parameters[{name!r}].default"
            yield Constant(path, name, "", parameters[name].default)
    literals = plan.spec.fixed_inputs.literals
    for name in sorted(name for name in literals if not _is_plain_literal(literals[name])):
        yield Constant(f"spec.fixed_inputs.literals[{name!r}]", name, "", literals[name])


def _is_plain_literal(literal: pb.Literal) -> bool:
    return literal.WhichOneof("value") == "scalar" and literal.scalar.WhichOneof("value") in _PLAIN


def _of_node(path: str, node: pb.Node) -> Iterator[Constant]:
    for index, binding in enumerate(node.inputs):
        if not _is_plain(binding.binding):
            yield from _of_binding(f"{path}.inputs[{index}]", node.id, binding)
    if node.HasField("branch_node"):
        block = node.branch_node.if_else
        arms = [("case.then_node", block.case.then_node)]
        arms += [(f"other[{index}].then_node", arm.then_node) for index, arm in enumerate(block.other)]
        for name, arm in (*arms, ("else_node", block.else_node)):
            # The line of the conditional stands for what its branches bind.
            for each in _of_node(f"{path}.branch_node.if_else.{name}", arm):
                yield each._replace(node=node.id)


def _has_plain_only(node: pb.Node) -> bool:
    """Whether a node is no conditional, and is given nothing but promises and plain values: most are of this kind."""
    for binding in node.inputs:
        data = binding.binding
        kind = data.WhichOneof("value")
        if kind != "promise" and (kind != "scalar" or data.scalar.WhichOneof("value") not in _PLAIN):
            return False
    return not node.HasField("branch_node")


def _is_plain(data: pb.BindingData) -> bool:
    """Whether it is a promise or a plain value."""
    kind = data.WhichOneof("value")
    return kind == "promise" or (kind == "scalar" and data.scalar.WhichOneof("value") in _PLAIN)


def _of_binding(path: str, node: str, binding: pb.Binding) -> Iterator[Constant]:
    pending = [(f"{path}.binding", binding.binding)]
    while pending:
        place, data = pending.pop()
        match data.WhichOneof("value"):
            case "scalar" if not _is_plain(data):
                yield Constant(f"{place}.scalar", binding.var, node, data.scalar)
            case "collection":
                rows = enumerate(data.collection.bindings)
                pending += [(f"{place}.collection.bindings[{index}]", item) for index, item in rows]
            case "map":
                items = data.map.bindings
                pending += [(f"{place}.map.bindings[{key!r}]", items[key]) for key in sorted(items)]
            case _:
                pass
