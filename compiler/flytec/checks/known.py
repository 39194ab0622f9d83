"""What the server has registered when a unit arrives, as far as the checks know it."""

from dataclasses import field
from typing import TypeAlias

from flytec.checks.compiler.interface import EMPTY, Described, described
from flytec.ir import pb
from flytec.ir.codec import serialize
from flytec.ir.program import Kind
from flytec.records import dataclass

Key: TypeAlias = tuple[int, str, str, str, str, str]


def key_of(identifier: pb.Identifier) -> Key:
    """An identifier as a key: the workflow compiler compares every field, the resource type and org included."""
    return (
        identifier.resource_type,
        identifier.project,
        identifier.domain,
        identifier.name,
        identifier.version,
        identifier.org,
    )


def registered_key(kind: Kind, identifier: pb.Identifier) -> Key:
    """The key under which the server's database has what `identifier` means: of its kind, and of no organization."""
    return (kind.value, identifier.project, identifier.domain, identifier.name, identifier.version, "")


@dataclass(frozen=True, slots=True)
class KnownLaunchPlan:
    """A launch plan as nodes see it: its expected inputs, and its workflow's outputs as they were submitted.

    `outputs` is None where the workflow's interface had no `outputs` message: no node can run such a launch plan.
    """

    inputs: pb.ParameterMap
    outputs: pb.VariableMap | None


@dataclass(slots=True)
class Known:
    """The tasks, workflow interfaces and launch plans registered so far, by identifier.

    `assumed` are tasks and launch plans of which nothing is known, by their keys without regard to resource type and
    organization (`registered_key`): whatever refers to them is not judged, since it is told elsewhere that they are
    missing.
    """

    tasks: dict[Key, pb.TaskTemplate] = field(default_factory=dict)
    _described: dict[Key, Described] = field(default_factory=dict)
    _by_form: dict[bytes, Described] = field(default_factory=dict)
    workflows: dict[Key, pb.TypedInterface] = field(default_factory=dict)
    launch_plans: dict[Key, KnownLaunchPlan] = field(default_factory=dict)
    assumed: set[Key] = field(default_factory=set)

    def task(self, key: Key) -> Described | None:
        """The interface of a task, read once; empty where it has none, None where the task is not known."""
        held = self._described.get(key)
        if held is None and (template := self.tasks.get(key)) is not None:
            held = self._described[key] = self._read(template.interface) if template.HasField("interface") else _BARE
        return held

    def _read(self, interface: pb.TypedInterface) -> Described:
        """Many tasks have one interface in common, by what it is serialized to."""
        form = serialize(interface)
        held = self._by_form.get(form)
        if held is None:
            held = self._by_form[form] = described(interface)
        return held


_BARE = Described(EMPTY)
