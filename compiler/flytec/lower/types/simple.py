"""Literal types of primitives, enums, `Literal[...]`, and of what Flyte has no type for."""

import datetime
from types import MappingProxyType

from flytec.codes import UNSUPPORTED_TYPE
from flytec.ir import pb
from flytec.lower.literals.kinds import (
    NotCoveredError,
    PythonType,
    RefusedError,
    TypeBuilder,
    TypeSystem,
    is_annotated,
    refused_type,
    type_label,
)
from flytec.lower.literals.simple import literal_base
from flytec.lower.literals.structs import to_struct

_CHOICES = MappingProxyType(
    {
        str: pb.SimpleType.STRING,
        int: pb.SimpleType.INTEGER,
        float: pb.SimpleType.FLOAT,
        bool: pb.SimpleType.BOOLEAN,
        datetime.datetime: pb.SimpleType.DATETIME,
        datetime.timedelta: pb.SimpleType.DURATION,
    }
)


def simple(number: pb.SimpleType) -> TypeBuilder:
    """The builder of a type without parameters."""

    def type_of(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
        return pb.LiteralType(simple=number)

    return type_of


def enum_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """The values of an enum, which have to be strings."""
    if is_annotated(python_type):
        message = f"{type_label(python_type)} annotates an enum, expected the enum alone"
        raise refused_type(message, "remove Annotated")
    values = [member.value for member in python_type]
    if values and all(isinstance(value, str) for value in values):
        return pb.LiteralType(enum_type=pb.EnumType(values=values))
    shown = ", ".join(map(repr, values)) or "no values"
    message = f"the enum {type_label(python_type)} has {shown}, expected strings"
    # flytekit looks at the first value; a later one that is no string fails when the message is made.
    failure = NotCoveredError if values and isinstance(values[0], str) else RefusedError
    raise failure(UNSUPPORTED_TYPE, message, "give every member a string")


def choice_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """The type of the choices of `Literal[...]`, with the choices as its annotation."""
    base = literal_base(python_type)
    if base not in _CHOICES:
        message = f"{type_label(python_type)} has values of {base.__name__}, expected str, int, float or bool"
        raise refused_type(message, "use values of one of these types")
    choices = to_struct({"literal_values": list(python_type.__args__)}, type_label(python_type))
    return pb.LiteralType(simple=_CHOICES[base], annotation=pb.TypeAnnotation(annotations=choices))


def restricted_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """Refuses a tuple in every spelling."""
    message = f"{type_label(python_type)} is a tuple, expected a type that Flyte has"
    raise refused_type(message, "use a dataclass, a list, or several outputs")
