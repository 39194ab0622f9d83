"""Random programs that the control plane takes: tasks, workflows that wire them by their types, launch plans."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from flytec.checks.identity import PLACEHOLDERS
from flytec.ir import pb
from flytec.ir.program import Kind, Program, Unit
from messages import BOOL, DATETIME, FILE, FLOAT, INT, STR, dict_of, list_of, optional

TYPES = (INT, FLOAT, STR, BOOL, DATETIME, FILE, list_of(INT), dict_of(list_of(STR)), optional(INT))
NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=4)
QUANTITIES = st.sampled_from(["1", "500m", "0.5", "1e0"])
CRONS = st.sampled_from(["0 0 * * *", "@daily", "@every 1h", "*/5 8-18 ? jan-jun mon-fri", "TZ=UTC 0 5 1,15 * *"])
IDENTITIES = st.sampled_from([("p", "d", "v"), ("", "", ""), PLACEHOLDERS])


@dataclass(slots=True)
class Draft:
    """A program that grows: what can be run so far, and as what identity."""

    draw: st.DrawFn
    identity: tuple[str, str, str]
    units: list[Unit] = field(default_factory=list)
    runnable: list[tuple[pb.Identifier, pb.TypedInterface]] = field(default_factory=list)

    def identifier(self, kind: Kind, name: str) -> pb.Identifier:
        project, domain, version = self.identity
        made = pb.Identifier(project=project, domain=domain, name=name, version=version)
        made.resource_type = kind.value  # type: ignore[assignment]
        return made


@st.composite
def valid_programs(draw: st.DrawFn) -> Program:
    """A program without a mistake."""
    draft = Draft(draw, draw(IDENTITIES))
    for index in range(draw(st.integers(1, 3))):
        add_task(draft, f"t{index}")
    for index in range(draw(st.integers(0, 3))):
        inputs = add_workflow(draft, f"w{index}")
        if draw(st.booleans()):
            add_launch_plan(draft, f"l{index}", f"w{index}", inputs)
    return Program(tuple(draft.units))


def interface(draw: st.DrawFn) -> pb.TypedInterface:
    made = pb.TypedInterface(inputs=pb.VariableMap(), outputs=pb.VariableMap())
    for variables in (made.inputs.variables, made.outputs.variables):
        for name in draw(NAMES):
            variables[name].type.CopyFrom(draw(st.sampled_from(TYPES)))
    return made


def add_task(draft: Draft, name: str) -> None:
    draw, message = draft.draw, pb.TaskSpec()
    template = message.template
    template.id.CopyFrom(draft.identifier(Kind.TASK, name))
    template.type = draw(st.sampled_from(["python-task", "spark"]))
    template.metadata.runtime.version = "1.16.31"
    template.metadata.timeout.seconds = draw(st.integers(0, 10**6))
    template.interface.CopyFrom(interface(draw))
    if draw(st.booleans()):
        template.container.image = "registry.example/image:1"
        template.container.args.extend(["run", "{{.input}}"])
        amount = draw(QUANTITIES)
        for entries in (template.container.resources.requests, template.container.resources.limits):
            for resource in draw(st.lists(st.sampled_from(["CPU", "MEMORY"]), unique=True)):
                entries.add(name=resource, value=amount)
    draft.units.append(Unit(kind=Kind.TASK, message=message))
    draft.runnable.append((template.id, template.interface))


def add_workflow(draft: Draft, name: str) -> pb.VariableMap:
    """Nodes that take outputs of nodes above them, and inputs of the workflow for the rest; these are returned."""
    message = pb.WorkflowSpec()
    template = message.template
    template.id.CopyFrom(draft.identifier(Kind.WORKFLOW, name))
    template.metadata.SetInParent()
    for part in (template.interface.inputs, template.interface.outputs):
        part.SetInParent()
    sources: list[tuple[str, str, pb.LiteralType]] = []
    for index in range(draft.draw(st.integers(1, 4))):
        identifier, used = draft.draw(st.sampled_from(draft.runnable))
        node = template.nodes.add(id=f"n{index}")
        if identifier.resource_type == Kind.TASK:
            node.task_node.reference_id.CopyFrom(identifier)
        else:
            node.workflow_node.launchplan_ref.CopyFrom(identifier)
        for variable in sorted(used.inputs.variables):
            bind(draft.draw, node.inputs.add(var=variable), used.inputs.variables[variable].type, sources, template)
        sources += [(node.id, name, variable.type) for name, variable in sorted(used.outputs.variables.items())]
    for node_id, variable, of in draft.draw(st.lists(st.sampled_from(sources), max_size=2)) if sources else ():
        output = f"o{len(template.outputs)}"
        template.interface.outputs.variables[output].type.CopyFrom(of)
        promise = template.outputs.add(var=output).binding.promise
        promise.node_id, promise.var = node_id, variable
    draft.units.append(Unit(kind=Kind.WORKFLOW, message=message))
    return template.interface.inputs


def bind(
    draw: st.DrawFn,
    binding: pb.Binding,
    of: pb.LiteralType,
    sources: list[tuple[str, str, pb.LiteralType]],
    template: pb.WorkflowTemplate,
) -> None:
    fitting = [(node, variable) for node, variable, held in sources if held == of]
    promise = binding.binding.promise
    if fitting and draw(st.booleans()):
        promise.node_id, promise.var = draw(st.sampled_from(fitting))
        return
    inputs = template.interface.inputs.variables
    promise.var = f"i{len(inputs)}"
    inputs[promise.var].type.CopyFrom(of)


def add_launch_plan(draft: Draft, name: str, of: str, inputs: pb.VariableMap) -> None:
    """A launch plan that gives integers, and is scheduled where that leaves nothing open."""
    message = pb.LaunchPlan(id=draft.identifier(Kind.LAUNCH_PLAN, name))
    spec = message.spec
    spec.workflow_id.CopyFrom(draft.identifier(Kind.WORKFLOW, of))
    spec.labels.values.update({"team": "a", "example.org/stage": ""})
    one = pb.Literal(scalar=pb.Scalar(primitive=pb.Primitive(integer=1)))
    for variable in sorted(inputs.variables):
        kind = inputs.variables[variable].type
        if kind == INT and draft.draw(st.booleans()):
            spec.fixed_inputs.literals[variable].CopyFrom(one)
        else:
            parameter = spec.default_inputs.parameters[variable]
            parameter.var.type.CopyFrom(kind)
            if kind == INT:
                parameter.default.CopyFrom(one)
            else:
                parameter.required = True
    if not any(parameter.required for parameter in spec.default_inputs.parameters.values()):
        spec.entity_metadata.schedule.cron_schedule.schedule = draft.draw(CRONS)
    message.closure.SetInParent()
    draft.units.append(Unit(kind=Kind.LAUNCH_PLAN, message=message))
    workflow = draft.units[-2].message
    assert isinstance(workflow, pb.WorkflowSpec)
    seen = pb.TypedInterface(inputs=pb.VariableMap(), outputs=workflow.template.interface.outputs)
    for variable, held in workflow.template.interface.inputs.variables.items():
        if variable not in spec.fixed_inputs.literals:
            seen.inputs.variables[variable].CopyFrom(held)
    draft.runnable.append((message.id, seen))
