"""Literal types that plug-ins of flytekit make in ways of their own."""

import dataclasses
from typing import Any, get_args

from flytec.codes import INVALID_LITERAL
from flytec.ir import pb
from flytec.lower.literals.kinds import (
    NotCoveredError,
    PythonType,
    TypeSystem,
    is_annotated,
    refused_type,
    type_label,
    underlying,
    value_label,
)
from flytec.lower.literals.structs import to_struct

_HINT = "give the type a str, a FlyteFile or a FlyteSchema"


def dolt_table_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """A struct with empty metadata."""
    return pb.LiteralType(simple=pb.SimpleType.STRUCT, metadata=pb.Struct())


def dolt_table_literal(
    system: TypeSystem,  # noqa: ARG001
    value: Any,
    python_type: PythonType,  # noqa: ARG001
    expected: pb.LiteralType,  # noqa: ARG001
) -> pb.Literal:
    """The table's fields as JSON data; the plug-in would write the rows of a dataframe into the database."""
    if value.data is not None:
        message = f"{value_label(value)} with data, which flytekit would save in the database, expected one without"
        raise NotCoveredError(INVALID_LITERAL, message, "make the table in a task")
    return pb.Literal(scalar=pb.Scalar(generic=to_struct(dataclasses.asdict(value), "a DoltTable")))


def pandera_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """A structured dataset that says nothing of its columns: the plug-in compares them when a task runs."""
    if is_annotated(python_type) and len(get_args(python_type)) != 2:
        message = f"{type_label(underlying(python_type))} of pandera is annotated with more than one thing"
        raise refused_type(message, "keep the ValidationConfig only")
    return pb.LiteralType(structured_dataset_type=pb.StructuredDatasetType())


def expectations_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
    """The literal type of the data that Great Expectations validates."""
    inner = _validated(python_type)
    if issubclass(inner, str):
        return pb.LiteralType(simple=pb.SimpleType.STRING, metadata=pb.Struct())
    return system.literal_type(inner)


def expectations_literal(
    system: TypeSystem, value: object, python_type: PythonType, expected: pb.LiteralType
) -> pb.Literal:
    """The literal of that data."""
    inner = _validated(python_type)
    return system.kind_of(inner).literal_of(system, value, inner, expected)


def _validated(python_type: PythonType) -> type:
    from flytec.authoring.types.file import FlyteFile
    from flytec.authoring.types.schema import FlyteSchema

    inner = underlying(python_type).config()[0]
    if isinstance(inner, type) and issubclass(inner, (str, FlyteFile, FlyteSchema)):
        return inner
    raise refused_type(f"GreatExpectationsType is of {type_label(inner)}, expected a type that it can validate", _HINT)
