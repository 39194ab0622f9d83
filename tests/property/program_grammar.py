"""Source text of modules that flytekit compiles, drawn from a grammar of its constructs.

`modules()` draws one module: tasks first, then workflows, launch plans and dynamic tasks that call what stands above
them. Values are wired by their types. It shrinks to a single task without parameters. There are
no dataclasses and no imperative workflows: flytekit makes some literals of theirs in an event loop of its own, which
waits for ever while the module is still being imported.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

HEADER = """\
from datetime import timedelta
from enum import Enum
from functools import partial
from typing import Dict, List, NamedTuple, Optional, Tuple

from flytekit import (
    Cache, CronSchedule, FixedRate, Labels, LaunchPlan, Resources, Workflow, WorkflowFailurePolicy, approve,
    conditional, dynamic, map_task, sleep, task, wait_for_input, workflow,
)
from flytekit.core.node_creation import create_node


class Colour(Enum):
    RED = "red"
    BLUE = "blue"
"""

NUMBERS = st.integers(-9, 9).map(str)
CONSTANTS = {
    "int": NUMBERS,
    "float": st.sampled_from(("0.0", "1.5", "-2.25", "1e300")),
    "str": st.sampled_from(("''", "'a'", "'two words'", "'ü'")),
    "bool": st.sampled_from(("False", "True")),
    "List[int]": st.lists(NUMBERS, max_size=2).map(lambda rows: f"[{', '.join(rows)}]"),
    "Dict[str, int]": st.sampled_from(("{}", "{'a': 1}")),
    "Optional[int]": st.one_of(st.just("None"), NUMBERS),
    "timedelta": st.sampled_from(("timedelta(0)", "timedelta(minutes=90)")),
    "Colour": st.sampled_from(("Colour.RED", "Colour.BLUE")),
}
IMMUTABLE = tuple(kind for kind in CONSTANTS if kind[:5] not in ("List[", "Dict["))
COMPARED = ("int", "float", "str", "bool")
TASK_SETTINGS = (
    *("retries=2", "timeout=60", "timeout=timedelta(hours=1)", "interruptible=True", "interruptible=False"),
    *("cache=True, cache_version='1'", "cache=Cache(version='2', serialize=True)", "deprecated='old'"),
    *("requests=Resources(cpu='1', mem='1Gi')", "limits=Resources(gpu='1')", "environment={'A': 'b'}"),
    *("container_image='ghcr.io/acme/other:v1'", "enable_deck=True", "docs=None", "pod_template_name='p'"),
)
OVERRIDES = (
    *("retries=3", "timeout=30", "interruptible=True", "node_name='Renamed Node'", "name='shown'", "task_config=None"),
    *("requests=Resources(cpu='2')", "limits=Resources(mem='2Gi')", "cache=True, cache_version='3'"),
    "container_image='ghcr.io/acme/third:v3'",
)
PLAN_SETTINGS = (
    *("schedule=CronSchedule(schedule='0 6 * * *')", "schedule=FixedRate(timedelta(hours=2))", "max_parallelism=3"),
    *("labels=Labels({'team': 'x'})", "overwrite_cache=True", "auto_activate=True"),
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
    """What a body can call: `kind` is "task" for what runs in a container by itself."""

    name: str
    parameters: tuple[Parameter, ...]
    outputs: tuple[str, ...]
    kind: str


@dataclass(slots=True)
class Scope:
    """A workflow's body while it is written: its lines, and the promises by their types with their nodes' numbers."""

    lines: list[str] = field(default_factory=list)
    promises: list[tuple[str, str, int]] = field(default_factory=list)
    nodes: int = 0
    branches: set[int] = field(default_factory=set)

    def of(self, kind: str) -> list[str]:
        return [name for name, its, _ in self.promises if its == kind]


@dataclass(slots=True)
class Writer:
    """One module while it is written."""

    draw: st.DrawFn
    lines: list[str] = field(default_factory=list)
    made: list[Entity] = field(default_factory=list)

    def one(self, rows: Sequence[str]) -> str:
        return self.draw(st.sampled_from(rows))

    def chance(self) -> bool:
        return self.draw(st.booleans())

    def constant(self, kind: str) -> str:
        return self.draw(CONSTANTS[kind])

    def settings(self, rows: Sequence[str]) -> list[str]:
        """Up to two settings that do not name one keyword twice."""
        chosen = self.draw(st.lists(st.sampled_from(rows), max_size=2))
        return list({row.partition("=")[0]: row for row in chosen}.values())

    def parameters(self) -> tuple[Parameter, ...]:
        count = self.draw(st.integers(0, 3))
        plain = [self.one(tuple(CONSTANTS)) for _ in range(count)]
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
        outputs = tuple(self.draw(st.lists(st.sampled_from(tuple(CONSTANTS)), max_size=2)))
        settings = self.settings(TASK_SETTINGS)
        self.lines += ["", "", f"@{decorator}({', '.join(settings)})" if settings else f"@{decorator}"]
        self.lines.append(f"def {name}({', '.join(map(str, parameters))}){self.returns(outputs)}:")
        values = ", ".join(map(self.constant, outputs))
        self.lines.append(f"    return {values}" if outputs else "    pass")
        self.made.append(Entity(name, parameters, outputs, "task" if decorator == "task" else "dynamic"))

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
        self.lines += ["", "", f"@workflow({', '.join(settings)})" if settings else "@workflow"]
        self.lines.append(f"def {name}({', '.join(map(str, parameters))}){self.returns(outputs)}:")
        self.lines += [f"    {line}" for line in scope.lines]
        if given:
            self.lines.append(f"    return {', '.join(value for value, _, _ in given)}")
        elif not scope.lines:
            self.lines.append("    pass")
        self.made.append(Entity(name, parameters, outputs, "workflow"))

    def statement(self, scope: Scope) -> None:
        kinds = (self.call, self.call, self.mapped, self.choice, self.gate, self.created, self.order)
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

    def call(self, scope: Scope) -> None:
        entity = self.draw(st.sampled_from(self.made))
        call = f"{entity.name}({self.arguments(scope, entity)})"
        if len(entity.outputs) < 2:
            settings = self.settings(OVERRIDES[:6] if entity.kind == "workflow" else OVERRIDES)
            call += f".with_overrides({', '.join(settings)})" if settings else ""
        self.bind(scope, call, entity.outputs)

    def bind(self, scope: Scope, call: str, outputs: tuple[str, ...]) -> None:
        """Gives names to what a call returns."""
        names = [f"v{scope.nodes}_{number}" for number in range(len(outputs))]
        scope.lines.append(f"{', '.join(names)} = {call}" if names else call)
        scope.promises += [(name, kind, scope.nodes) for name, kind in zip(names, outputs, strict=True)]
        scope.nodes += 1

    def mapped(self, scope: Scope) -> None:
        tasks = [
            row
            for row in self.made
            if row.kind == "task" and len(row.outputs) < 2 and [each.type for each in row.parameters][:1] == ["int"]
        ]
        if not tasks:
            return self.call(scope)
        entity = self.draw(st.sampled_from(tasks))
        bound = {row.name: self.constant(row.type) for row in entity.parameters[1:] if row.type in IMMUTABLE}
        if len(bound) + 1 < len(entity.parameters):
            return self.call(scope)
        name = entity.name
        if bound:
            name = f"partial({name}, {', '.join(f'{key}={value}' for key, value in bound.items())})"
        limits = self.settings(("concurrency=2", "min_success_ratio=0.5", "min_successes=1"))
        call = f"map_task({', '.join((name, *limits))})(p0={self.argument(scope, 'List[int]')})"
        partly = any(limit.startswith("min_") for limit in limits)
        kinds = tuple(f"List[Optional[{kind}]]" if partly else f"List[{kind}]" for kind in entity.outputs)
        self.bind(scope, call, kinds)
        return None

    def choice(self, scope: Scope) -> None:
        entities = [row for row in self.made if len(row.outputs) == 1]
        promises = [row for row in scope.promises if row[1] in COMPARED]
        if not entities or not promises:
            return self.call(scope)
        first = self.draw(st.sampled_from(entities))
        alike = [row for row in entities if row.outputs == first.outputs]
        text = f"conditional('c{scope.nodes}').if_({self.condition(promises)}).then({self.branch(scope, first)})"
        for _ in range(self.draw(st.integers(0, 2))):
            entity = self.draw(st.sampled_from(alike))
            text += f".elif_({self.condition(promises)}).then({self.branch(scope, entity)})"
        last = self.draw(st.sampled_from((None, *alike)))
        scope.branches.add(scope.nodes)
        text += ".else_()" + (".fail('none')" if last is None else f".then({self.branch(scope, last)})")
        self.bind(scope, text, first.outputs)
        return None

    def branch(self, scope: Scope, entity: Entity) -> str:
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
        entity = self.draw(st.sampled_from(self.made))
        arguments = self.arguments(scope, entity)
        name = f"n{scope.nodes}"
        scope.lines.append(f"{name} = create_node({entity.name}{', ' if arguments else ''}{arguments})")
        for number, kind in enumerate(entity.outputs):
            scope.promises.append((f"{name}.o{number}", kind, scope.nodes))
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
        flows = [row for row in self.made if row.kind == "workflow"]
        if not flows:
            return self.workflow()
        flow = self.draw(st.sampled_from(flows))
        name = f"plan{len(self.made)}"
        fixed, rows = [], []
        for row in flow.parameters:
            match self.draw(st.integers(0, 2)):
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
        self.made.append(Entity(name, tuple(rows), flow.outputs, "plan"))
        return None


@st.composite
def modules(draw: st.DrawFn) -> str:
    """The source text of one module."""
    writer = Writer(draw)
    for _ in range(draw(st.integers(1, 3))):
        writer.task()
    kinds = (writer.workflow, writer.workflow, writer.plan, lambda: writer.task("dynamic"))
    for _ in range(draw(st.integers(0, 5))):
        draw(st.sampled_from(kinds))()
    return "\n".join((HEADER, *writer.lines, ""))
