"""Literal types that plug-ins of flytekit make in ways of their own."""

from typing import get_args

from flytec.ir import pb
from flytec.lower.literals.kinds import PythonType, TypeSystem, is_annotated, refused_type, type_label, underlying

_HINT = "give the type a str, a FlyteFile or a FlyteSchema"


def dolt_table_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """A struct with empty metadata."""
    return pb.LiteralType(simple=pb.SimpleType.STRUCT, metadata=pb.Struct())


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
