"""`Program`: the ordered units that lowering makes and that reading an artifact makes again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import IntEnum
from typing import Any, TypeAlias

from flytec.diagnostics import Location
from flytec.ir import pb
from flytec.ir.codec import parse, serialize
from flytec.records import dataclass

EntityMessage: TypeAlias = pb.TaskSpec | pb.WorkflowSpec | pb.LaunchPlan


class Kind(IntEnum):
    """What a unit is; the number is `flyteidl.core.ResourceType` and the trailing index of its file name."""

    TASK = 1
    WORKFLOW = 2
    LAUNCH_PLAN = 3

    @property
    def label(self) -> str:
        """The kind in words: `launch plan`."""
        return self.name.lower().replace("_", " ")


MESSAGES: Mapping[Kind, type[EntityMessage]] = {
    Kind.TASK: pb.TaskSpec,
    Kind.WORKFLOW: pb.WorkflowSpec,
    Kind.LAUNCH_PLAN: pb.LaunchPlan,
}
_LAUNCH_PLAN = Kind.LAUNCH_PLAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One emitted message, its identity, and the place in the user's source that it came from, where known.

    A unit's message is treated as frozen: to change it, make a new unit. `places` says where the nodes of a workflow
    were written, by node id; it is there from lowering until the program is written, and no part of a unit's identity.
    """

    kind: Kind
    message: EntityMessage
    origin: Location | None = None
    places: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    _data: list[bytes] = field(init=False, default_factory=list, compare=False, repr=False)

    @classmethod
    def of_data(cls, kind: Kind, data: bytes) -> Unit:
        """The unit whose `data` that is, of no origin; raises `DecodeError` where it is none of that kind."""
        unit = cls(kind=kind, message=parse(MESSAGES[kind], data))
        unit._data.append(data)
        return unit

    @property
    def id(self) -> pb.Identifier:
        """The entity's own identifier: `template.id` of a task or workflow, `id` of a launch plan."""
        message: Any = self.message
        return message.id if self.kind is _LAUNCH_PLAN else message.template.id  # type: ignore[no-any-return]

    @property
    def data(self) -> bytes:
        """The message's deterministic wire form, made once."""
        if not self._data:
            self._data.append(serialize(self.message))
        return self._data[0]

    def moved(self, origin: Location | None) -> Unit:
        """The same unit, from another place."""
        unit = Unit(kind=self.kind, message=self.message, origin=origin, places=self.places)
        unit._data.extend(self._data)
        return unit


@dataclass(frozen=True, slots=True)
class Program:
    """All units of one compilation, in registration order: what an entity needs stands before it."""

    units: tuple[Unit, ...]

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)

    def __len__(self) -> int:
        return len(self.units)
