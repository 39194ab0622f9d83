"""Short ways to write types, literals and workflows in tests, and what the compiler's rules say of them."""

from collections.abc import Mapping, Sequence

from flytec.checks.compiler.workflow import check_workflow
from flytec.checks.finding import Finding
from flytec.checks.known import Known, KnownLaunchPlan, key_of
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.codec import serialize
from flytec.ir.program import Kind


def simple(name: str) -> pb.LiteralType:
    return pb.LiteralType(simple=name)


NONE = simple("NONE")
INT = simple("INTEGER")
FLOAT = simple("FLOAT")
STR = simple("STRING")
BOOL = simple("BOOLEAN")
DATETIME = simple("DATETIME")
BINARY = simple("BINARY")
DICT = simple("STRUCT")
UNSET = pb.LiteralType()
FILE = pb.LiteralType(blob=pb.BlobType())
CSV = pb.LiteralType(blob=pb.BlobType(format="csv"))
DIRECTORY = pb.LiteralType(blob=pb.BlobType(dimensionality="MULTIPART"))
COLOR = pb.LiteralType(enum_type=pb.EnumType(values=["red", "blue"]))


def list_of(element: pb.LiteralType) -> pb.LiteralType:
    return pb.LiteralType(collection_type=element)


def dict_of(value: pb.LiteralType) -> pb.LiteralType:
    return pb.LiteralType(map_value_type=value)


def union(*variants: pb.LiteralType) -> pb.LiteralType:
    return pb.LiteralType(union_type=pb.UnionType(variants=variants))


def optional(of: pb.LiteralType) -> pb.LiteralType:
    return union(of, NONE)


def tagged(of: pb.LiteralType, tag: str) -> pb.LiteralType:
    copy = pb.LiteralType()
    copy.CopyFrom(of)
    copy.structure.tag = tag
    return copy


def dataset(format: str = "", **columns: pb.LiteralType) -> pb.LiteralType:  # noqa: A002, flyteidl's name
    held = [pb.StructuredDatasetType.DatasetColumn(name=name, literal_type=of) for name, of in columns.items()]
    return pb.LiteralType(structured_dataset_type=pb.StructuredDatasetType(format=format, columns=held))


def schema(**columns: str) -> pb.LiteralType:
    held = [pb.SchemaType.SchemaColumn(name=name, type=of) for name, of in columns.items()]
    return pb.LiteralType(schema=pb.SchemaType(columns=held))


def integer(value: int) -> pb.Literal:
    return pb.Literal(scalar=pb.Scalar(primitive=pb.Primitive(integer=value)))


def string(value: str) -> pb.Literal:
    return pb.Literal(scalar=pb.Scalar(primitive=pb.Primitive(string_value=value)))


def listed(*literals: pb.Literal) -> pb.Literal:
    return pb.Literal(collection=pb.LiteralCollection(literals=literals))


def mapped(**literals: pb.Literal) -> pb.Literal:
    return pb.Literal(map=pb.LiteralMap(literals=literals))


Types = Mapping[str, pb.LiteralType]
Value = pb.BindingData | int | float | bool | str | None | list["Value"] | dict[str, "Value"]


def identifier(name: str, kind: Kind = Kind.TASK) -> pb.Identifier:
    return pb.Identifier(resource_type=kind.value, project="p", domain="d", name=name, version="v")


def variables(types: Types) -> pb.VariableMap:
    return pb.VariableMap(variables={name: pb.Variable(type=of) for name, of in types.items()})


def interface(inputs: Types | None = None, outputs: Types | None = None) -> pb.TypedInterface:
    return pb.TypedInterface(inputs=variables(inputs or {}), outputs=variables(outputs or {}))


def task(name: str, inputs: Types | None = None, outputs: Types | None = None) -> pb.TaskTemplate:
    return pb.TaskTemplate(id=identifier(name), interface=interface(inputs, outputs))


def plan(inputs: Types, outputs: Types | None, *, defaults: Types | None = None) -> KnownLaunchPlan:
    """A registered launch plan that requires `inputs`, and has a default for each of `defaults`."""
    parameters = {name: pb.Parameter(var=pb.Variable(type=of), required=True) for name, of in inputs.items()}
    for name, of in (defaults or {}).items():
        parameters[name] = pb.Parameter(var=pb.Variable(type=of), default=pb.Literal(scalar=pb.Scalar()))
    return KnownLaunchPlan(pb.ParameterMap(parameters=parameters), None if outputs is None else variables(outputs))


def known(*tasks: pb.TaskTemplate, **plans: KnownLaunchPlan) -> Known:
    launch_plans = {key_of(identifier(name, Kind.LAUNCH_PLAN)): held for name, held in plans.items()}
    return Known(tasks={key_of(one.id): one for one in tasks}, launch_plans=launch_plans)


def output(node: str, name: str = "o", *path: str | int) -> pb.BindingData:
    """The output of a node, or a part of it."""
    attributes = [
        pb.PromiseAttribute(int_value=one) if isinstance(one, int) else pb.PromiseAttribute(string_value=one)
        for one in path
    ]
    return pb.BindingData(promise=pb.OutputReference(node_id=node, var=name, attr_path=attributes))


def given(name: str) -> pb.BindingData:
    """An input of the workflow."""
    return output("", name)


def scalar(value: pb.Scalar) -> pb.BindingData:
    return pb.BindingData(scalar=value)


def data(value: Value) -> pb.BindingData:
    match value:
        case pb.BindingData():
            return value
        case None:
            return scalar(pb.Scalar(none_type=pb.Void()))
        case list():
            return pb.BindingData(collection=pb.BindingDataCollection(bindings=map(data, value)))
        case dict():
            held = {key: data(one) for key, one in value.items()}
            return pb.BindingData(map=pb.BindingDataMap(bindings=held))
        case _:
            return scalar(pb.Scalar(primitive=primitive(value)))


def primitive(value: int | float | bool | str) -> pb.Primitive:
    match value:
        case bool():
            return pb.Primitive(boolean=value)
        case int():
            return pb.Primitive(integer=value)
        case float():
            return pb.Primitive(float_value=value)
        case str():
            return pb.Primitive(string_value=value)


def bindings(values: Mapping[str, Value]) -> list[pb.Binding]:
    return [pb.Binding(var=name, binding=data(value)) for name, value in values.items()]


def runs(node: str, name: str, after: Sequence[str] = (), **inputs: Value) -> pb.Node:
    """A node that runs a task."""
    target = pb.TaskNode(reference_id=identifier(name))
    return pb.Node(id=node, task_node=target, inputs=bindings(inputs), upstream_node_ids=after)


def runs_plan(node: str, name: str, **inputs: Value) -> pb.Node:
    target = pb.WorkflowNode(launchplan_ref=identifier(name, Kind.LAUNCH_PLAN))
    return pb.Node(id=node, workflow_node=target, inputs=bindings(inputs))


def runs_sub(node: str, name: str, **inputs: Value) -> pb.Node:
    target = pb.WorkflowNode(sub_workflow_ref=identifier(name, Kind.WORKFLOW))
    return pb.Node(id=node, workflow_node=target, inputs=bindings(inputs))


def maps(node: str, over: pb.Node, **inputs: Value) -> pb.Node:
    return pb.Node(id=node, array_node=pb.ArrayNode(node=over), inputs=bindings(inputs))


def compare(left: str | pb.Operand, right: Value | pb.Operand, operator: str = "EQ") -> pb.BooleanExpression:
    """A condition; a string on the left is the name of an input."""
    held = left if isinstance(left, pb.Operand) else pb.Operand(var=left)
    other = right if isinstance(right, pb.Operand) else pb.Operand(primitive=primitive(right))  # type: ignore[arg-type]
    comparison = pb.ComparisonExpression(operator=operator, left_value=held, right_value=other)
    return pb.BooleanExpression(comparison=comparison)


def branch(
    node: str,
    *cases: tuple[pb.BooleanExpression, pb.Node],
    otherwise: pb.Node | str | None = "no",
    **inputs: Value,
) -> pb.Node:
    """A conditional; `otherwise` is a node, or the message of an error."""
    blocks = [pb.IfBlock(condition=condition, then_node=then) for condition, then in cases]
    block = pb.IfElseBlock(case=blocks[0], other=blocks[1:])
    if isinstance(otherwise, pb.Node):
        block.else_node.CopyFrom(otherwise)
    elif otherwise:
        block.error.message = otherwise
    return pb.Node(id=node, branch_node=pb.BranchNode(if_else=block), inputs=bindings(inputs))


def template(
    *nodes: pb.Node,
    name: str = "w",
    inputs: Types | None = None,
    outputs: Types | None = None,
    returns: Mapping[str, Value] | None = None,
    failure: pb.Node | None = None,
) -> pb.WorkflowTemplate:
    return pb.WorkflowTemplate(
        id=identifier(name, Kind.WORKFLOW),
        interface=interface(inputs, outputs),
        nodes=nodes,
        outputs=bindings(returns or {}),
        failure_node=failure,
    )


def findings(workflow: pb.WorkflowTemplate, registered: Known, *subs: pb.WorkflowTemplate) -> list[str]:
    """What the compiler's rules say of a workflow, a line each; what is given to them stays as it is."""
    spec = pb.WorkflowSpec(template=workflow, sub_workflows=subs)
    before = serialize(spec)
    lines = [line(finding) for finding in check_workflow(spec, registered)]
    assert serialize(spec) == before
    return lines


def line(finding: Finding) -> str:
    """`warning slug at field: message (hint)`, the first word for warnings only."""
    severity = "" if finding.severity is Severity.ERROR else f"{finding.severity.value} "
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"{severity}{finding.code.slug} at {finding.field}: {finding.message}{hint}"


def slugs(lines: list[str]) -> list[str]:
    """The codes alone, each once."""
    return sorted({text.partition(" at ")[0] for text in lines})
