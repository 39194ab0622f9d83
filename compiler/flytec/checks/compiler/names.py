"""How messages name nodes, what they run, and values."""

from flytec.ir import pb

START = "start-node"
END = "end-node"
"""The nodes that the server adds: one gives the workflow's inputs, one takes its outputs."""

_SHOWN_LENGTH = 40


def node_label(identity: str, node: pb.Node) -> str:
    """A node by its id and what it runs: `n0 (app.flows.train)`."""
    runs = _runs(node)
    return f"{identity or 'a node without id'} ({runs})" if runs else identity or "a node without id"


def input_label(identity: str, node: pb.Node | None, name: str) -> str:
    """The input of a node, or the output of the workflow, which is what the end takes."""
    return f"the output {name!r}" if node is None else f"{node_label(identity, node)}: the input {name!r}"


def output_label(identity: str, node: pb.Node | None, name: str) -> str:
    """The output of a node, or the input of the workflow, which is what the start gives."""
    if node is None:
        return f"the workflow's input {name!r}" if identity == START else f"{name!r} of {END}"
    return f"the output {name!r} of {node_label(identity, node)}"


def scalar_text(scalar: pb.Scalar) -> str:
    """A value, short; the kind of value where it has no short form."""
    kind = scalar.WhichOneof("value")
    if kind == "union":
        return scalar_text(scalar.union.value.scalar) if scalar.union.value.HasField("scalar") else "a value"
    if kind == "none_type":
        return "None"
    if kind != "primitive":
        return "a value"
    name = scalar.primitive.WhichOneof("value")
    if name in ("integer", "float_value", "string_value", "boolean"):
        text = repr(getattr(scalar.primitive, name))
        return text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}..."
    return f"a {name}" if name else "None"


def _runs(node: pb.Node) -> str:
    match node.WhichOneof("target"):
        case "task_node":
            return node.task_node.reference_id.name
        case "workflow_node":
            reference = node.workflow_node.WhichOneof("reference")
            return str(getattr(node.workflow_node, reference).name) if reference else ""
        case "branch_node":
            return "a conditional"
        case "gate_node":
            return "a gate"
        case "array_node":
            inner = _runs(node.array_node.node)
            return f"a map over {inner}" if inner else "a map"
        case _:
            return ""
