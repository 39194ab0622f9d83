"""Artifacts, their partitions and queries to messages of `flyteidl.core.artifact_id`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from flytec.authoring.artifacts import Artifact, ArtifactIDSpecification, ArtifactQuery, EmbeddedQuery
from flytec.authoring.messages import LookedUp
from flytec.authoring.partitions import InputBinding, LabelValue, Partitions, RuntimeBinding, TimePartition
from flytec.codes import INVALID_DECLARATION, INVALID_LITERAL
from flytec.diagnostics import InternalError, UserError, user_error
from flytec.ir import pb
from flytec.lower.literals.simple import moment


def specification_of(annotation: Any) -> ArtifactIDSpecification | None:
    """The first artifact in the metadata of an annotation, with what fills its partitions."""
    for each in get_args(annotation):
        if isinstance(each, Artifact):
            return each()
        if isinstance(each, ArtifactIDSpecification):
            return each
    return None


def partial_id(specification: ArtifactIDSpecification) -> pb.ArtifactID:
    """What is known of the id of an output.

    Raises:
        UserError: FTC201 for partitions that nothing fills.
    """
    artifact, time = specification.artifact, specification.time_partition
    if artifact.time_partitioned and time is None:
        raise _invalid(f"artifact {artifact.name!r} has a time partition that is not bound")
    if len(artifact.partition_keys or ()) != len(_known(specification.partitions)):
        raise _invalid(f"artifact {artifact.name!r} has partitions that are not bound")
    return pb.ArtifactID(
        artifact_key=_key(artifact),
        version=artifact.version,
        partitions=_partitions(specification.partitions),
        time_partition=_time(time) if time is not None and artifact.time_partitioned else None,
    )


def unbound_inputs(annotation: Any, inputs: Mapping[str, Any], *, dynamic: bool) -> Iterator[str]:
    """What is wrong with the bindings of an output's partitions; a task may leave them to its run, `dynamic`.

    As in flytekit, nobody looks at the time of an artifact without other partitions.
    """
    specification = specification_of(annotation)
    known = {} if specification is None else _known(specification.partitions)
    time = specification.time_partition if specification and known else None
    for name, value in {**known, **({"time_partition": time.value} if time else {})}.items():
        if isinstance(value, RuntimeBinding) and not dynamic:
            yield f"partition {name!r} is left to the run, expected a value in a workflow"
        if isinstance(value, InputBinding) and value.var not in inputs:
            yield f"partition {name!r} is bound to input {value.var!r}, which does not exist"


def fill_query(target: pb.Parameter, default: LookedUp) -> None:
    """An input that is looked up: by a query, or by the id of one instance.

    Raises:
        UserError: FTC206 for an artifact that is neither known in full nor can be queried.
    """
    match default:
        case ArtifactQuery():
            target.artifact_query.CopyFrom(_query(default))
        case Artifact():
            _fill_artifact(target, default)
        case _:
            raise InternalError(f"{type(default).__name__} cannot be looked up")


def _fill_artifact(target: pb.Parameter, default: Artifact) -> None:
    if default.version:
        if default.project is None or default.domain is None:
            text = f"the default is a version of artifact {default.name!r} without project or domain, expected both"
            raise user_error(INVALID_LITERAL, text, hint="pass project= and domain=")
        target.artifact_id.CopyFrom(_id(default))
    elif not default.query().bound:
        text = f"the default is artifact {default.name!r}, whose partitions have no values, expected a query"
        raise user_error(INVALID_LITERAL, text, hint="call query() on the artifact")
    else:
        target.artifact_query.CopyFrom(_query(default.query()))


def artifact_message(value: Any) -> pb.Message | None:
    """The message of an artifact, a query or partitions, for user code that asks for it."""
    match value:
        case Artifact():
            return _id(value)
        case ArtifactQuery():
            return _query(value)
        case EmbeddedQuery():
            return _embedded(value)
        case Partitions():
            return _partitions(value)
        case TimePartition():
            return _time(value)
        case _:
            raise InternalError(f"{type(value).__name__} has no message")


def _id(artifact: Artifact) -> pb.ArtifactID:
    return pb.ArtifactID(
        artifact_key=_key(artifact),
        version=artifact.version,
        partitions=_partitions(artifact.partitions),
        time_partition=_time(artifact.time_partition) if artifact.time_partitioned else None,
    )


def _query(query: ArtifactQuery) -> pb.ArtifactQuery:
    asked = pb.ArtifactQuery()
    asked.artifact_id.artifact_key.CopyFrom(pb.ArtifactKey(project=query.project, domain=query.domain, name=query.name))
    if (partitions := _partitions(query.partitions)) is not None:
        asked.artifact_id.partitions.CopyFrom(partitions)
    if query.time_partition is not None:
        asked.artifact_id.time_partition.CopyFrom(_time(query.time_partition))
    return asked


def _embedded(query: EmbeddedQuery) -> pb.ArtifactQuery:
    binding = pb.ArtifactBindingData(partition_key=query.partition, bind_to_time_partition=query.bind_to_time_partition)  # type: ignore[arg-type]
    if query.expr and (query.partition or query.bind_to_time_partition):
        binding.time_transform.CopyFrom(pb.TimeTransform(transform=query.expr, op=query.op))  # type: ignore[arg-type]
    return pb.ArtifactQuery(binding=binding)


def _key(artifact: Artifact) -> pb.ArtifactKey:
    return pb.ArtifactKey(project=artifact.project, domain=artifact.domain, name=artifact.name)


def _known(partitions: Partitions | None) -> dict[str, LabelValue | None]:
    return {} if partitions is None else {key: each.value for key, each in partitions.partitions.items()}


def _partitions(partitions: Partitions | None) -> pb.Partitions | None:
    known = _known(partitions)
    if not known:
        return None
    # As in flytekit, what nothing fills is an empty text.
    return pb.Partitions(value={key: _label("" if value is None else value) for key, value in known.items()})


def _time(time: TimePartition) -> pb.TimePartition:
    value = None if time.value is None else _label(time.value)
    return pb.TimePartition(value=value, granularity=int(time.granularity))  # type: ignore[arg-type]


def _label(value: LabelValue) -> pb.LabelValue:
    match value:
        case str():
            return pb.LabelValue(static_value=value)
        case datetime.datetime():
            primitive = pb.Primitive()
            moment(primitive, value)
            return pb.LabelValue(time_value=primitive.datetime)
        case InputBinding():
            return pb.LabelValue(input_binding=pb.InputBindingData(var=value.var))
        case RuntimeBinding():
            return pb.LabelValue(runtime_binding=pb.RuntimeBinding())


def _invalid(text: str) -> UserError:
    return user_error(INVALID_DECLARATION, text, hint="call the artifact with a value for each partition")
