"""Source text of modules that flytekit compiles, drawn from a grammar of its constructs.

`modules()` draws one module: tasks first, then workflows, imperative ones too, launch plans, dynamic and eager tasks,
references, containers and shells, which call what stands above them. Values are wired by their types. It shrinks to a
single task without parameters. There are no dataclasses: flytekit makes their literals in an event loop of its own,
which waits for ever while the module is still being imported.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from property.program_tables import (
    AT_ONCE,
    CARRYING_SETTINGS,
    COMPARED,
    CONSTANTS,
    HEADER,
    IMMUTABLE,
    OVERRIDES,
    PLAN_SETTINGS,
    TASK_SETTINGS,
)


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: str
    default: str | None = None

    def __str__(self) -> str:
        return f"{self.name}: {self.type}" + ("" if self.default is None else f" = {self.default}")


@dataclass(frozen=True, slots=True)
class Entity:
    """What a body can call: `kind` is "task" for a function that runs in a container by itself."""

    name: str
    parameters: tuple[Parameter, ...]
    outputs: tuple[str, ...]
    kind: str
    names: str = "o"  # what its outputs are called, in front of their numbers


@dataclass(slots=True)
class Scope:
    """A workflow's body while it is written: its lines, and the promises by their types with their nodes' numbers."""

    lines: list[str] = field(default_factory=list)
    promises: list[tuple[str, str, int]] = field(default_factory=list)
    nodes: int = 0
    branches: set[int] = field(default_factory=set)

    def of(self, kind: str) -> list[str]:
        """The promises of a type, and what is in lists and dicts."""
        found = [name for name, its, _ in self.promises if its == kind]
        if kind == "int":  # flytekit takes no item of a list of unions
            found += [f"{name}[0]" for name, its, _ in self.promises if its == "List[int]"]
            found += [f"{name}['k']" for name, its, _ in self.promises if its == "Dict[str, int]"]
        return found


@dataclass(slots=True)
class Writer:
    """One module while it is written."""

    draw: st.DrawFn
    lines: list[str] = field(default_factory=list)
    made: list[Entity] = field(default_factory=list)
    far: list[Entity] = field(default_factory=list)

    def one(self, rows: Sequence[str]) -> str:
        return self.draw(st.sampled_from(rows))

    def chance(self) -> bool:
        return self.draw(st.booleans())

    def rarely(self) -> bool:
        return self.draw(st.integers(0, 5)) == 5

    def constant(self, kind: str) -> str:
        return self.draw(CONSTANTS[kind])

    def settings(self, rows: Sequence[str]) -> list[str]:
        """Up to two settings that do not name one keyword twice."""
        chosen = self.draw(st.lists(st.sampled_from(rows), max_size=2))
        return list({row.partition("=")[0]: row for row in chosen}.values())

    def parameters(self) -> tuple[Parameter, ...]:
        count = self.draw(st.integers(0, 3))
        plain = [self.one(tuple(CONSTANTS)) for _ in range(count)]
        if plain and self.chance():
            plain[0] = "int"  # what can be mapped over
        defaults = self.draw(st.integers(0, count))
        rows = []
        for number, kind in enumerate(plain):
            default = self.constant(kind) if number >= count - defaults and kind in IMMUTABLE else None
            if default is None and any(row.default is not None for row in rows):
                default = self.constant(kind) if kind in IMMUTABLE else "None"
                kind = kind if kind in IMMUTABLE else "Optional[int]"
            rows.append(Parameter(f"p{number}", kind, default))
        return tuple(rows)

    def task(self, decorator: str = "task") -> None:
        name = f"{decorator}{len(self.made)}"
        parameters = self.parameters()
        outputs = self.outputs()
        settings = self.settings(TASK_SETTINGS if decorator == "task" else CARRYING_SETTINGS)
        self.lines += ["", "", f"@{decorator}({', '.join(settings)})" if settings else f"@{decorator}"]
        shown = tuple(map(_artifact, outputs)) if self.rarely() else outputs
        self.define(f"def {name}", parameters, outputs, self.returns(shown))
        self.made.append(Entity(name, parameters, outputs, "task" if decorator == "task" else "dynamic"))

    def define(self, head: str, parameters: tuple[Parameter, ...], outputs: tuple[str, ...], returns: str) -> None:
        self.lines.append(f"{head}({', '.join(map(str, parameters))}){returns}:")
        values = ", ".join(map(self.constant, outputs))
        self.lines.append(f"    return {values}" if outputs else "    pass")

    def returns(self, outputs: tuple[str, ...]) -> str:
        match outputs:
            case ():
                return ""
            case (kind,):
                return f" -> {kind}"
            case _:
                return f" -> Tuple[{', '.join(outputs)}]"

    def workflow(self) -> None:
        name = f"flow{len(self.made)}"
        parameters = self.parameters()
        scope = Scope(promises=[(row.name, row.type, -1) for row in parameters])
        for _ in range(self.draw(st.integers(0, 6))):
            self.statement(scope)
        given = self.draw(st.lists(st.sampled_from(scope.promises), max_size=2)) if scope.promises else []
        outputs = tuple(kind for _, kind, _ in given)
        settings = self.settings(
            ("interruptible=True", "failure_policy=WorkflowFailurePolicy.FAIL_AFTER_EXECUTABLE_NODES_COMPLETE")
        )
        if self.rarely():
            settings.append(f"on_failure={self.handler(name, parameters)}")
        self.lines += ["", "", f"@workflow({', '.join(settings)})" if settings else "@workflow"]
        self.lines.append(f"def {name}({', '.join(map(str, parameters))}){self.returns(outputs)}:")
        self.lines += [f"    {line}" for line in scope.lines]
        if given:
            self.lines.append(f"    return {', '.join(value for value, _, _ in given)}")
        elif not scope.lines:
            self.lines.append("    pass")
        self.made.append(Entity(name, parameters, outputs, "workflow"))

    def handler(self, flow: str, parameters: tuple[Parameter, ...]) -> str:
        name = f"after_{flow}"
        rows = [*map(str, parameters), *(["err: Optional[FlyteError] = None"] if self.chance() else [])]
        self.lines += ["", "", "@task", f"def {name}({', '.join(rows)}):", "    pass"]
        return name

    def statement(self, scope: Scope) -> None:
        kinds = (
            self.call,
            self.call,
            self.mapped,
            self.mapped,
            self.choice,
            self.choice,
            self.gate,
            self.created,
            self.order,
        )
        self.draw(st.sampled_from(kinds))(scope)

    def argument(self, scope: Scope, kind: str) -> str:
        known = scope.of(kind) + (scope.of("int") if kind == "Optional[int]" else [])
        if known and self.chance():
            return self.one(known)
        if kind == "List[int]" and scope.of("int") and self.chance():
            return f"[{self.one(scope.of('int'))}, {self.constant('int')}]"
        if kind == "Dict[str, int]" and scope.of("int") and self.chance():
            return f"{{'k': {self.one(scope.of('int'))}}}"
        return self.constant(kind)

    def arguments(self, scope: Scope, entity: Entity) -> str:
        return ", ".join(
            f"{row.name}={self.argument(scope, row.type)}"
            for row in entity.parameters
            if row.default is None or self.chance()
        )

    def callee(self) -> Entity:
        """Any entity, those that were made last more often."""
        return self.draw(st.sampled_from(self.made[-2:] if self.chance() else self.made))

    def call(self, scope: Scope) -> None:
        entity = self.callee()
        call = f"{entity.name}({self.arguments(scope, entity)})"
        if len(entity.outputs) < 2:
            settings = self.settings(OVERRIDES if entity.kind in ("task", "dynamic", "plan") else OVERRIDES[:6])
            call += f".with_overrides({', '.join(settings)})" if settings else ""
        self.bind(scope, call, entity.outputs)

    def bind(self, scope: Scope, call: str, outputs: tuple[str, ...]) -> None:
        """Gives names to what a call returns."""
        names = [f"v{scope.nodes}_{number}" for number in range(len(outputs))]
        scope.lines.append(f"{', '.join(names)} = {call}" if names else call)
        scope.promises += [(name, kind, scope.nodes) for name, kind in zip(names, outputs, strict=True)]
        scope.nodes += 1

    def mapped(self, scope: Scope) -> None:
        mappable = [
            row
            for row in self.made
            if (row.kind == "task" or (row.kind == "plan" and len(row.parameters) == 1))
            and len(row.outputs) < 2
            and [each.type for each in row.parameters][:1] == ["int"]
        ]
        if not mappable:
            return self.call(scope)
        entity = self.draw(st.sampled_from(mappable[::-1]))
        bound = {row.name: self.constant(row.type) for row in entity.parameters[1:] if row.type in IMMUTABLE}
        if len(bound) + 1 < len(entity.parameters):
            return self.call(scope)
        name = entity.name
        if bound:
            name = f"partial({name}, {', '.join(f'{key}={value}' for key, value in bound.items())})"
        limits = self.settings(("concurrency=2", "min_success_ratio=0.5", "min_successes=1"))
        call = (
            f"map_task({', '.join((name, *limits))})({entity.parameters[0].name}={self.argument(scope, 'List[int]')})"
        )
        partly = any(limit.startswith("min_") for limit in limits)
        kinds = tuple(f"List[Optional[{kind}]]" if partly else f"List[{kind}]" for kind in entity.outputs)
        self.bind(scope, call, kinds)
        return None

    def choice(self, scope: Scope) -> None:
        entities = [row for row in self.made if row.outputs]
        promises = [row for row in scope.promises if row[1] in (*COMPARED, "Optional[int]")]
        if not entities or not promises:
            return self.call(scope)
        first = self.draw(st.sampled_from(entities))
        alike = [row for row in entities if row.outputs == first.outputs and row.names == first.names]
        scope.branches.add(scope.nodes)
        text = self.conditional(scope, f"c{scope.nodes}", alike, promises)
        self.bind(scope, text, first.outputs)
        return None

    def conditional(self, scope: Scope, name: str, alike: list[Entity], promises: list[tuple[str, str, int]]) -> str:
        """A conditional whose branches are calls of entities with the same outputs, or conditionals themselves."""
        text = f"conditional('{name}')"
        for number in range(self.draw(st.integers(1, 3))):
            keyword = "elif_" if number else "if_"
            branch = self.branch(scope, f"{name}_{number}", alike, promises)
            text += f".{keyword}({self.condition(promises)}).then({branch})"
        if self.chance():
            return text + ".else_().fail('none')"
        return text + f".else_().then({self.branch(scope, f'{name}_last', alike, promises)})"

    def branch(self, scope: Scope, name: str, alike: list[Entity], promises: list[tuple[str, str, int]]) -> str:
        if name.count("_") < 3 and self.rarely():
            return self.conditional(scope, name, alike, promises)
        entity = self.draw(st.sampled_from(alike))
        return f"{entity.name}({self.arguments(scope, entity)})"

    def condition(self, promises: list[tuple[str, str, int]]) -> str:
        parts = [self.comparison(promises) for _ in range(self.draw(st.integers(1, 3)))]
        text = parts[0]
        for part in parts[1:]:
            text = f"({text} {self.one('&|')} {part})"
        return text

    def comparison(self, promises: list[tuple[str, str, int]]) -> str:
        name, kind, _ = self.draw(st.sampled_from(promises))
        if kind == "bool":
            return f"({name}.{self.one(('is_true', 'is_false'))}())"
        if kind == "Optional[int]":
            return f"({name}.is_none())"
        sides = [name, self.constant(kind)]
        if self.chance():
            sides.reverse()
        return f"({sides[0]} {self.one(('==', '!=', '<', '<=', '>', '>='))} {sides[1]})"

    def gate(self, scope: Scope) -> None:
        # flytekit does not approve what a conditional gives.
        made = [row for row in scope.promises if row[2] >= 0 and row[2] not in scope.branches]
        match self.draw(st.integers(0, 2 if made else 1)):
            case 0:
                self.bind(scope, "sleep(timedelta(seconds=5))", ())
            case 1:
                kind = self.one(("int", "str", "bool", "float"))
                call = f"wait_for_input('g{scope.nodes}', timeout=timedelta(hours=1), expected_type={kind})"
                self.bind(scope, call, (kind,))
            case _:
                name, kind, _ = self.draw(st.sampled_from(made))
                self.bind(scope, f"approve({name}, 'a{scope.nodes}', timeout=timedelta(hours=2))", (kind,))

    def created(self, scope: Scope) -> None:
        entity = self.callee()
        arguments = self.arguments(scope, entity)
        name = f"n{scope.nodes}"
        scope.lines.append(f"{name} = create_node({entity.name}{', ' if arguments else ''}{arguments})")
        for number, kind in enumerate(entity.outputs):
            scope.promises.append((f"{name}.{entity.names}{number}", kind, scope.nodes))
        scope.nodes += 1

    def order(self, scope: Scope) -> None:
        promises = [row for row in scope.promises if row[2] >= 0 and "." not in row[0]]
        pairs = [(a, b) for a in promises for b in promises if a[2] < b[2]]
        if not pairs:
            return self.call(scope)
        before, after = self.draw(st.sampled_from(pairs))
        scope.lines.append(f"{before[0]} >> {after[0]}")
        return None

    def plan(self) -> None:
        flows = [*(row for row in self.made if row.kind == "workflow"), *self.far]
        if not flows:
            return self.workflow()
        flow = self.draw(st.sampled_from(flows))
        name = f"plan{len(self.made)}"
        fixed, rows = [], []
        mappable = flow.parameters and flow.parameters[0].type == "int" and self.chance()
        for row in flow.parameters:
            match 2 * (row is not flow.parameters[0]) if mappable else self.draw(st.integers(0, 2)):
                case 0:
                    rows.append(row)
                case 1:
                    rows.append(Parameter(row.name, row.type, self.constant(row.type)))
                case _:
                    fixed.append(f"'{row.name}': {self.constant(row.type)}")
        defaults = [f"'{new.name}': {new.default}" for new in rows if new not in flow.parameters]
        settings = self.settings(PLAN_SETTINGS)
        settings += [f"default_inputs={{{', '.join(defaults)}}}"] if defaults else []
        settings += [f"fixed_inputs={{{', '.join(fixed)}}}"] if fixed else []
        call = ", ".join((flow.name, f"name=f'{{__name__}}.{name}'", *settings))
        self.lines += ["", f"{name} = LaunchPlan.get_or_create({call})"]
        self.made.append(Entity(name, tuple(rows), flow.outputs, "plan", flow.names))
        return None

    def reference(self) -> None:
        """A declared entity of elsewhere: its defaults count for nothing, and only plans start its workflows."""
        kind = self.one(("task", "workflow", "launch_plan"))
        name = f"far{len(self.lines)}"
        parameters, outputs = self.required(), self.outputs()
        place = f"project='p', domain='d', name='{name}', version='v'"
        self.lines += ["", "", f"@reference_{kind}({place})"]
        self.define(f"def {name}", parameters, outputs, self.returns(outputs))
        found = Entity(name, parameters, outputs, "reference")
        (self.far if kind == "workflow" else self.made).append(found)

    def required(self) -> tuple[Parameter, ...]:
        return tuple(Parameter(row.name, row.type) for row in self.parameters())

    def container(self) -> None:
        name = f"box{len(self.made)}"
        parameters, outputs = self.required(), self.outputs()
        inputs = ", ".join(map(_typed, parameters))
        results = ", ".join(f"r{number}={kind}" for number, kind in enumerate(outputs))
        settings = self.settings(("requests=Resources(cpu='1')", "environment={'A': 'b'}", "input_data_dir='/in'"))
        call = [
            f"name=f'{{__name__}}.{name}'",
            "image='alpine:3'",
            "command=['run', '{{.inputs.p0}}']",
            f"inputs=kwtypes({inputs})",
        ]
        call += [f"outputs=kwtypes({results})", *settings]
        self.lines += ["", f"{name} = ContainerTask({', '.join(call)})"]
        self.made.append(Entity(name, parameters, outputs, "container", "r"))

    def shell(self) -> None:
        name = f"shell{len(self.made)}"
        parameters = self.required()
        inputs = f"kwtypes({', '.join(map(_typed, parameters))})"
        self.lines += ["", f"{name} = ShellTask(name=f'{{__name__}}.{name}', script='true', inputs={inputs})"]
        self.made.append(Entity(name, parameters, (), "shell"))  # maps of shells are named without their module

    def eager(self) -> None:
        parameters = self.parameters()
        name = f"eager{len(self.lines)}"
        settings = self.settings(CARRYING_SETTINGS)
        self.lines += ["", "", f"@eager({', '.join(settings)})" if settings else "@eager"]
        self.lines += [f"async def {name}({', '.join(map(str, parameters))}) -> int:", "    return 1"]

    def imperative(self) -> None:
        entities = [row for row in self.made if all(each.type in AT_ONCE for each in row.parameters)]
        if not entities:
            return self.shell()
        name = f"built{len(self.made)}"
        self.lines += ["", f"{name} = Workflow(name=f'{{__name__}}.{name}')"]
        inputs = [
            Parameter(f"q{number}", kind)
            for number, kind in enumerate(self.draw(st.lists(st.sampled_from(AT_ONCE), max_size=3)))
        ]
        self.lines += [f"{name}.add_workflow_input('{row.name}', {row.type})" for row in inputs]
        scope = Scope(promises=[(f"{name}.inputs['{row.name}']", row.type, -1) for row in inputs])
        for _ in range(self.draw(st.integers(1, 4))):
            entity = self.draw(st.sampled_from(entities))
            node = f"{name}_{scope.nodes}"
            given = [f"{row.name}={self.simple_argument(scope, row.type)}" for row in entity.parameters]
            self.lines.append(f"{node} = {name}.add_entity({', '.join((entity.name, *given))})")
            for number, kind in enumerate(entity.outputs):
                scope.promises.append((f"{node}.{entity.names}{number}", kind, scope.nodes))
            scope.nodes += 1
        results = self.draw(st.lists(st.sampled_from(scope.promises), max_size=2)) if scope.promises else []
        for number, (promise, kind, _) in enumerate(results):
            self.lines.append(f"{name}.add_workflow_output('r{number}', {promise}, python_type={kind})")
        outputs = tuple(kind for _, kind, _ in results)
        self.made.append(Entity(name, tuple(inputs), outputs, "workflow", "r"))
        return None

    def simple_argument(self, scope: Scope, kind: str) -> str:
        known = [promise for promise, its, _ in scope.promises if its == kind]
        return self.one(known) if known and self.chance() else self.constant(kind)

    def outputs(self) -> tuple[str, ...]:
        return tuple(self.draw(st.lists(st.sampled_from(tuple(CONSTANTS)), max_size=2)))


def _artifact(kind: str) -> str:
    """The type as an artifact; flytekit refuses enums with annotations."""
    return kind if kind == "Colour" else f"Annotated[{kind}, made]"


def _typed(row: Parameter) -> str:
    return f"{row.name}={row.type}"


@st.composite
def modules(draw: st.DrawFn) -> str:
    """The source text of one module."""
    writer = Writer(draw)
    for _ in range(draw(st.integers(1, 3))):
        writer.task()
    kinds = (
        *(writer.workflow, writer.workflow, writer.workflow, writer.plan, writer.plan, writer.imperative),
        *(writer.reference, writer.container, writer.shell, writer.eager, lambda: writer.task("dynamic")),
    )
    for _ in range(draw(st.integers(0, 9))):
        draw(st.sampled_from(kinds))()
    return "\n".join((HEADER, *writer.lines, ""))
