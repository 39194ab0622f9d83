"""Partitions of artifacts, and what fills them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from flytec.authoring.messages import message_of
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.records import dataclass

if TYPE_CHECKING:
    from flytec.authoring.artifacts import Artifact

TIME_PARTITION_KWARG: Final = "time_partition"


class Granularity(IntEnum):
    """`flyteidl.core.Granularity`."""

    UNSET = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    MONTH = 4


class Operator(IntEnum):
    """`flyteidl.core.Operator`."""

    MINUS = 0
    PLUS = 1


@dataclass(frozen=True, slots=True)
class InputBinding:
    """The value of an input of the task or workflow."""

    var: str


@dataclass(frozen=True, slots=True)
class RuntimeBinding:
    """A value that the running task gives."""


LabelValue: TypeAlias = str | datetime.datetime | InputBinding | RuntimeBinding
"""What fills a partition; None where nothing does yet."""


class InputsBase:
    """Any attribute is the input of that name."""

    def __getattr__(self, name: str) -> InputBinding:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return InputBinding(name)


Inputs: Final = InputsBase()


class TimePartition:
    """The partition in time. What is added to it or taken from it is known to plug-ins only."""

    __module__ = "flytekit.core.artifact"

    def __init__(
        self,
        value: Any,
        op: int | None = None,
        other: datetime.timedelta | None = None,
        granularity: int = Granularity.DAY,
    ) -> None:
        if value is not None and not isinstance(value, datetime.datetime | InputBinding | RuntimeBinding):
            text = f"a time partition is of type {type(value).__name__}, expected a datetime or an input"
            raise invalid(text, "pass a datetime or Inputs.name")
        self.value: LabelValue | None = value
        self.op = op
        self.other = other
        self.granularity = granularity
        self.reference_artifact: Artifact | None = None

    def __add__(self, other: datetime.timedelta) -> TimePartition:
        return self._moved(Operator.PLUS, other)

    def __sub__(self, other: datetime.timedelta) -> TimePartition:
        return self._moved(Operator.MINUS, other)

    def to_flyte_idl(self, **_: Any) -> Any:
        """The message."""
        return message_of(self, "TimePartition.to_flyte_idl()")

    def _moved(self, op: Operator, other: datetime.timedelta) -> TimePartition:
        moved = TimePartition(self.value, op=op, other=other, granularity=self.granularity)
        moved.reference_artifact = self.reference_artifact
        return moved


class Partition:
    """One partition by its name."""

    __module__ = "flytekit.core.artifact"

    def __init__(self, value: LabelValue | None, name: str) -> None:
        self.name = name
        self.value = value
        self.reference_artifact: Artifact | None = None


class Partitions:
    """Partitions by their keys; each is an attribute."""

    __module__ = "flytekit.core.artifact"

    def __init__(self, partitions: Mapping[str, Any] | None) -> None:
        self._partitions = {
            key: value if isinstance(value, Partition) else Partition(_checked(key, value), name=key)
            for key, value in (partitions or {}).items()
        }
        self.reference_artifact: Artifact | None = None

    @property
    def partitions(self) -> dict[str, Partition]:
        """Them all."""
        return self._partitions

    def set_reference_artifact(self, artifact: Artifact) -> None:
        """Says whose partitions they are."""
        self.reference_artifact = artifact
        for partition in self._partitions.values():
            partition.reference_artifact = artifact

    def to_flyte_idl(self, **_: Any) -> Any:
        """The message."""
        return message_of(self, "Partitions.to_flyte_idl()")

    def __getattr__(self, item: str) -> Partition:
        known: dict[str, Partition] = self.__dict__.get("_partitions", {})
        if item in known:
            return known[item]
        raise AttributeError(f"there is no partition {item!r}, expected one of {', '.join(known) or 'none'}")


def invalid(message: str, hint: str) -> UserError:
    """The error for an artifact that flytekit refuses as well."""
    return user_error(INVALID_DECLARATION, message, at=caller_location(), hint=hint)


def _checked(key: str, value: Any) -> LabelValue:
    if not isinstance(value, str | InputBinding):
        text = f"partition {key!r} is of type {type(value).__name__}, expected a str or an input"
        raise invalid(text, "pass a str or Inputs.name")
    return value
