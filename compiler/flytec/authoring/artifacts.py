"""`Artifact`: a name for what tasks and workflows make, by which others find it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Final, TypeAlias, TypeVar

from flytec.authoring.messages import LookedUp, message_of
from flytec.authoring.partitions import (
    TIME_PARTITION_KWARG,
    Granularity,
    InputBinding,
    Partition,
    Partitions,
    RuntimeBinding,
    TimePartition,
    invalid,
)
from flytec.diagnostics import UserError
from flytec.records import dataclass

O = TypeVar("O")  # noqa: E741  flytekit's name

MAX_PARTITIONS: Final = 10

GivenPartitions: TypeAlias = Partitions | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EmbeddedQuery:
    """A query that stands for the artifact that triggers a launch plan."""

    partition: str | None
    bind_to_time_partition: bool | None
    expr: str | None
    op: int | None


class Artifact(LookedUp):
    """A named kind of data, whose instances differ by partitions and time."""

    __module__ = "flytekit.core.artifact"

    def __init__(
        self,
        project: str | None = None,
        domain: str | None = None,
        name: str | None = None,
        version: str | None = None,
        time_partitioned: bool = False,
        time_partition: TimePartition | None = None,
        time_partition_granularity: int | None = None,
        partition_keys: list[str] | None = None,
        partitions: GivenPartitions | None = None,
    ) -> None:
        if not name:
            raise invalid("an Artifact has no name, expected one", "pass name=")
        self.project = project
        self.domain = domain
        self.name = name
        self.version = version
        self.time_partitioned = time_partitioned
        self.time_partition_granularity = time_partition_granularity
        self._time_partition = time_partition or None
        if self._time_partition is not None:
            self._time_partition.reference_artifact = self
        self._partitions = _partitions(partitions, partition_keys, name)
        self.partition_keys = partition_keys if not partitions else list(self._keys())
        if self._partitions is not None:
            self._partitions.set_reference_artifact(self)
        if self.partition_keys and len(self.partition_keys) > MAX_PARTITIONS:
            count = len(self.partition_keys)
            raise invalid(
                f"artifact {name!r} has {count} partition keys, expected {MAX_PARTITIONS} at most", "use fewer"
            )

    def __call__(self, *args: Any, **kwargs: Any) -> ArtifactIDSpecification:
        """How an output in an annotation fills the partitions."""
        return ArtifactIDSpecification(self).bind_partitions(*args, **kwargs)

    @property
    def partitions(self) -> Partitions | None:
        """The partitions, each to be used in queries on other artifacts."""
        return self._partitions

    @property
    def time_partition(self) -> TimePartition:
        """The partition in time, to be used in queries on other artifacts."""
        if not self.time_partitioned:
            raise invalid(f"artifact {self.name!r} has no time partition", "pass time_partitioned=True")
        if self._time_partition is None:
            self._time_partition = TimePartition(None, granularity=self.granularity)
            self._time_partition.reference_artifact = self
        return self._time_partition

    @property
    def granularity(self) -> int:
        """How fine the time partition is."""
        return self.time_partition_granularity or Granularity.DAY

    def create_from(self, o: O, card: Any = None, *args: Any, **kwargs: Any) -> O:  # noqa: ARG002
        """`o`: what is said about it is the running task's to note."""
        return o

    def query(
        self,
        project: str | None = None,
        domain: str | None = None,
        time_partition: Any = None,
        partitions: GivenPartitions | None = None,
        **kwargs: Any,
    ) -> ArtifactQuery:
        """A query for an instance, as the default of an input."""
        reserved = {"project", "domain", "time_partition", "partitions", "tag"} & {*(self.partition_keys or ())}
        if reserved:
            text = f"artifact {self.name!r} has the partition key {min(reserved)!r}, which is an argument of query"
            raise invalid(text, "rename the key")
        if partitions and kwargs:
            raise invalid(
                f"the query on artifact {self.name!r} has partitions and {min(kwargs)!r}, expected one of the two",
                "pass all partitions in one way",
            )
        given = kwargs or (partitions if isinstance(partitions, dict) else None)
        asked = Partitions(given) if given else None
        return ArtifactQuery(
            self,
            self.name,
            project=project or self.project or None,
            domain=domain or self.domain or None,
            time_partition=self._asked_time(time_partition),
            partitions=asked or self._partitions,
        )

    @property
    def concrete_artifact_id(self) -> Any:
        """The message of its id, of an instance that is known in full."""
        return self.to_id_idl()

    def embed_as_query(
        self,
        partition: str | None = None,
        bind_to_time_partition: bool | None = None,
        expr: str | None = None,
        op: int | None = None,
    ) -> Any:
        """The message of a query for the artifact that triggers a launch plan."""
        query = EmbeddedQuery(partition, bind_to_time_partition, expr, op)
        return message_of(query, "Artifact.embed_as_query()")

    def to_id_idl(self) -> Any:
        """The message of its id."""
        return message_of(self, "Artifact.to_id_idl()")

    def __repr__(self) -> str:
        return f"Artifact(name={self.name!r})"

    def _keys(self) -> Mapping[str, Partition]:
        return {} if self._partitions is None else self._partitions.partitions

    def _asked_time(self, given: Any) -> TimePartition | None:
        if not given:
            return self.time_partition if self.time_partitioned else None
        if not isinstance(given, TimePartition):
            asked = TimePartition(given)
            asked.reference_artifact = self
            return asked
        asked = TimePartition(given.value, op=given.op, other=given.other, granularity=self.granularity)
        asked.reference_artifact = given.reference_artifact
        return asked


class ArtifactIDSpecification:
    """An artifact as an output, with what fills its partitions: texts, inputs, or the running task."""

    __module__ = "flytekit.core.artifact"

    def __init__(self, a: Artifact) -> None:
        self.artifact = a
        self.partitions: Partitions | None = None
        self.time_partition: TimePartition | None = None

    def __call__(self, *args: Any, **kwargs: Any) -> ArtifactIDSpecification:
        """`bind_partitions`."""
        return self.bind_partitions(*args, **kwargs)

    def bind_partitions(self, *args: Any, **kwargs: Any) -> ArtifactIDSpecification:
        """Fills partitions by their keys; what is left open is filled by the running task."""
        if args:
            raise self._invalid("is given partitions by position, expected them by name", "name the partitions")
        if TIME_PARTITION_KWARG in kwargs:
            self._bind_time(kwargs.pop(TIME_PARTITION_KWARG))
        elif self.artifact.time_partitioned and self.time_partition is None:
            self.time_partition = TimePartition(RuntimeBinding())
        if self.artifact.partition_keys:
            self._bind(self.artifact.partition_keys, kwargs)
        return self

    def _bind_time(self, value: Any) -> None:
        if not self.artifact.time_partitioned:
            raise self._invalid("is given a time partition, which it does not have", "pass time_partitioned=True")
        if not isinstance(value, datetime.datetime | InputBinding):
            text = f"is given a time partition of type {type(value).__name__}, expected a datetime or an input"
            raise self._invalid(text, "pass a datetime or Inputs.name")
        self.time_partition = TimePartition(value, granularity=self.artifact.granularity)

    def _bind(self, keys: list[str], values: Mapping[str, Any]) -> None:
        bound = self.partitions or Partitions(None)
        for key, value in values.items():
            if key not in keys:
                raise self._invalid(
                    f"is given a partition {key!r}, expected one of {', '.join(keys)}", "name one of them"
                )
            if not isinstance(value, str | InputBinding):
                text = f"is given a {type(value).__name__} for partition {key!r}, expected a str or an input"
                raise self._invalid(text, "pass a str or Inputs.name")
            bound.partitions[key] = Partition(value, name=key)
        for key in keys:
            bound.partitions.setdefault(key, Partition(RuntimeBinding(), name=key))
        self.partitions = bound

    def _invalid(self, text: str, hint: str) -> UserError:
        return invalid(f"artifact {self.artifact.name!r} {text}", hint)


class ArtifactQuery(LookedUp):
    """A query for an instance of an artifact."""

    __module__ = "flytekit.core.artifact"

    def __init__(
        self,
        artifact: Artifact,
        name: str,
        project: str | None = None,
        domain: str | None = None,
        time_partition: TimePartition | None = None,
        partitions: Partitions | None = None,
        tag: str | None = None,
    ) -> None:
        if not name:
            raise invalid("a query has no name of an artifact, expected one", "pass name=")
        self.artifact = artifact
        self.name = name
        self.project = project
        self.domain = domain
        self.time_partition = time_partition
        self.partitions = partitions
        self.tag = tag
        used = [time_partition, *(partitions.partitions.values() if partitions else ())]
        others = [each.reference_artifact for each in used if each and each.reference_artifact not in (None, artifact)]
        if len({id(each) for each in others}) > 1:
            names = ", ".join(sorted({repr(each.name) for each in others if each is not None}))
            raise invalid(f"the query on artifact {name!r} uses partitions of {names}, expected one other", "use one")
        self.binding = others[0] if others else None

    @property
    def bound(self) -> bool:
        """Whether all partitions have values."""
        artifact, asked = self.artifact, self.partitions.partitions if self.partitions else {}
        if artifact.time_partitioned and not (self.time_partition and self.time_partition.value):
            return False
        return not artifact.partition_keys or {*artifact.partition_keys} == {k for k, v in asked.items() if v.value}

    def to_flyte_idl(self, **_: Any) -> Any:
        """The message."""
        return message_of(self, "ArtifactQuery.to_flyte_idl()")

    def __str__(self) -> str:
        return f"Artifact Query: on {self.artifact.name}"


def _partitions(given: GivenPartitions | None, keys: list[str] | None, name: str) -> Partitions | None:
    if not given:
        return Partitions({key: Partition(None, name=key) for key in keys}) if keys else None
    if isinstance(given, Partitions):
        if not given.partitions:
            raise invalid(f"artifact {name!r} has partitions without a key, expected some", "name the keys")
        return given
    if not isinstance(given, dict):
        text = f"artifact {name!r} has partitions of type {type(given).__name__}, expected a dict"
        raise invalid(text, "pass a dict of keys to values")
    return Partitions(given)
