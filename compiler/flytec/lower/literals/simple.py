"""Literals of the primitive types, of None, of enums and of `Literal[...]`."""

import datetime
import enum
from collections.abc import Callable
from typing import Any, TypeAlias, get_args

from flytec.codes import INVALID_LITERAL
from flytec.ir import pb
from flytec.lower.literals.kinds import (
    LiteralBuilder,
    NotCoveredError,
    PythonType,
    RefusedError,
    TypeSystem,
    is_annotated,
    mismatch,
    refused_type,
    type_label,
    value_label,
)

PrimitiveFiller: TypeAlias = Callable[[pb.Primitive, Any], None]


def exactly(base: type, fill: PrimitiveFiller, limit: str) -> LiteralBuilder:
    """The builder for values whose type is `base` itself: a bool is no int here, an int no float.

    `limit` says in the error which values `fill` takes.
    """

    def literal_of(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
        if type(value) is not base:
            raise mismatch(value, base)
        literal = pb.Literal()
        try:
            fill(literal.scalar.primitive, value)
        except (ValueError, OverflowError, TypeError) as error:
            # flytekit notices only when it writes the message.
            message = f"{value_label(value)}, expected {limit}"
            raise NotCoveredError(INVALID_LITERAL, message, "give a value in range") from error
        return literal

    return literal_of


def integer(target: pb.Primitive, value: int) -> None:
    """64 bits, signed."""
    target.integer = value


def floating(target: pb.Primitive, value: float) -> None:
    """A double."""
    target.float_value = value


def string(target: pb.Primitive, value: str) -> None:
    """A string that has a UTF-8 form."""
    target.string_value = value


def boolean(target: pb.Primitive, value: bool) -> None:
    """A boolean."""
    target.boolean = value


def moment(target: pb.Primitive, value: datetime.datetime) -> None:
    """A timestamp; a datetime without a zone is in UTC."""
    aware = value if value.tzinfo is not None else value.replace(tzinfo=datetime.timezone.utc)
    target.datetime.SetInParent()
    target.datetime.FromDatetime(aware.astimezone(datetime.timezone.utc).replace(tzinfo=None))


def day(target: pb.Primitive, value: datetime.date) -> None:
    """The timestamp of the day's first moment in UTC."""
    moment(target, datetime.datetime.combine(value, datetime.time.min))


def duration(target: pb.Primitive, value: datetime.timedelta) -> None:
    """A duration."""
    target.duration.SetInParent()
    target.duration.FromTimedelta(value)


def void() -> pb.Literal:
    """The literal of None."""
    return pb.Literal(scalar=pb.Scalar(none_type=pb.Void()))


def none_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
    """The literal of None, for None alone."""
    if value is not None:
        raise mismatch(value, type(None))
    return void()


def check_none(system: TypeSystem, value: Any, python_type: PythonType) -> None:  # noqa: ARG001
    """Refuses what is not None."""
    if value is not None:
        raise mismatch(value, type(None))


def enum_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
    """The string of an enum's member, which may be given as the string itself."""
    literal = pb.Literal()
    string(literal.scalar.primitive, _member_value(value, python_type))
    return literal


def check_enum(system: TypeSystem, value: Any, python_type: PythonType) -> None:  # noqa: ARG001
    """Refuses what is neither a member of the enum nor the value of one."""
    _member_value(value, python_type)


def _member_value(value: Any, python_type: PythonType) -> str:
    text = value.value if isinstance(value, enum.Enum) else value
    if not isinstance(text, str) or text not in [member.value for member in python_type]:
        raise _not_a_member(value, python_type)
    return text


def _not_a_member(value: Any, python_type: PythonType) -> RefusedError:
    shown = str(value) if isinstance(value, enum.Enum) else value_label(value)
    message = f"{shown}, which is no value of {type_label(python_type)}, expected a member"
    return RefusedError(INVALID_LITERAL, message, "give a member of the enum")


def literal_base(python_type: PythonType) -> type:
    """The one type that all values of `Literal[...]` have."""
    if is_annotated(python_type):
        message = f"{type_label(python_type)} annotates a Literal, expected the Literal alone"
        raise refused_type(message, "remove Annotated")
    values = get_args(python_type)
    bases = {type(value) for value in values}
    if len(bases) != 1:
        names = ", ".join(sorted(base.__name__ for base in bases)) or "nothing"
        message = f"{type_label(python_type)} has values of {names}, expected values of one type"
        raise refused_type(message, "split the literal, or use a plain type")
    return bases.pop()


def choice_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
    """The literal of the values' own type; flytekit does not ask whether the value is among the choices."""
    return system.kind_of(literal_base(python_type)).literal_of(system, value, python_type, expected)


def check_choice(system: TypeSystem, value: Any, python_type: PythonType) -> None:
    """Refuses what has another type than the choices."""
    base = literal_base(python_type)
    system.kind_of(base).check(system, value, base)
