"""What a row of the table of types is made of, and the two ways in which a conversion fails.

flytekit tries and swallows: a dataclass's field without a Flyte type is left out, a union's variant that does not fit
is passed over. To decide alike, a failure says whether flytekit has it too:

    RefusedError      flytekit refuses as well: what tries alternatives goes on to the next
    NotCoveredError   flytekit would go on, in a way that we do not follow: nothing may swallow it
"""

import re
from collections.abc import Callable
from types import FunctionType, GenericAlias
from typing import Annotated, Any, Protocol, TypeAlias, get_args, get_origin

from flytec.codes import INVALID_LITERAL, UNSUPPORTED_TYPE, Code
from flytec.diagnostics import Diagnostic, UserError
from flytec.ir import pb
from flytec.records import dataclass

PythonType: TypeAlias = Any
"""A class, a generic alias, a special form of typing: whatever stands in an annotation."""

TypeBuilder: TypeAlias = Callable[["TypeSystem", PythonType], pb.LiteralType]
LiteralBuilder: TypeAlias = Callable[["TypeSystem", Any, PythonType, pb.LiteralType], pb.Literal]
ValueCheck: TypeAlias = Callable[["TypeSystem", Any, PythonType], None]


class RefusedError(UserError):
    """A type or value that flytekit refuses as well."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        super().__init__(Diagnostic(code=code, message=message, hint=hint))


class NotCoveredError(UserError):
    """A type or value that flytekit takes, in a way that would not be reproducible or that we do not follow."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        super().__init__(Diagnostic(code=code, message=message, hint=hint))


@dataclass(frozen=True, slots=True)
class Kind:
    """One family of Python types.

    `tag` is what a union writes into the structure of a variant of this kind. `type_of` and `literal_of` make the
    messages; `check` refuses a value before `literal_of` sees it, except in a union, which does not ask it.
    `bare_type_of` makes the type without its structure, for kinds that have one: a variant's structure is the tag.
    """

    tag: str
    type_of: TypeBuilder
    literal_of: LiteralBuilder
    check: ValueCheck
    bare_type_of: TypeBuilder | None = None


class TypeSystem(Protocol):
    """What a builder may ask about types other than its own."""

    def kind_of(self, python_type: PythonType) -> Kind:
        """The row of the table for `python_type`."""

    def variant_type(self, python_type: PythonType) -> pb.LiteralType:
        """The literal type of a union's variant, whose whole structure is the tag of its kind."""

    def literal_type(self, python_type: PythonType) -> pb.LiteralType:
        """The literal type of `python_type`; raises `RefusedError` or `NotCoveredError`."""

    def literal(self, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
        """The literal of `value`; raises `RefusedError` or `NotCoveredError`."""

    def pickled(self, name: str, plugin: str = "") -> None:
        """Notes that the type of this name travels as a pickle, and which plug-in would have it travel otherwise."""


_ANNOTATED = type(Annotated[int, ""])


def refused_type(message: str, hint: str) -> RefusedError:
    """An annotation that flytekit refuses as well."""
    return RefusedError(UNSUPPORTED_TYPE, message, hint)


def refused_value(message: str, hint: str = "give a value of the declared type") -> RefusedError:
    """A value that flytekit refuses as well."""
    return RefusedError(INVALID_LITERAL, message, hint)


def origin_of(python_type: PythonType) -> Any:
    """`typing.get_origin`, which is typed for less than it takes."""
    # Plain classes are asked for most often, and have none.
    return None if type(python_type) is type else get_origin(python_type)


def is_annotated(python_type: PythonType) -> bool:
    """Whether `python_type` is `Annotated[...]`."""
    return type(python_type) is _ANNOTATED


def is_generic_of_classes(python_type: PythonType) -> bool:
    """Whether `python_type` is `list[int]` or the like, down to plain classes: equal ones mean the same."""
    return type(python_type) is GenericAlias and all(
        type(argument) is type or is_generic_of_classes(argument) for argument in python_type.__args__
    )


def underlying(python_type: PythonType) -> PythonType:
    """The type inside `Annotated[...]`, or the type itself."""
    return python_type.__origin__ if is_annotated(python_type) else python_type


def dotted_names(python_type: PythonType) -> tuple[str, ...]:
    """The dotted names of a class and its bases, nearest first; none for what is no class."""
    return tuple(dotted_name(base) for base in getattr(python_type, "__mro__", ()))


def dotted_name(cls: type) -> str:
    """`module.Outer.Inner` of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


def type_label(python_type: PythonType) -> str:
    """How a message names a type: `int`, `list[int]`, `Trip`."""
    if isinstance(python_type, type | FunctionType) and not get_args(python_type):
        return python_type.__qualname__
    return full_name(python_type).replace("typing.", "")


def full_name(python_type: PythonType) -> str:
    """What Python calls the type, without the addresses of objects in its metadata: these differ from run to run."""
    return _ADDRESS.sub("", str(python_type))


_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def value_label(value: object) -> str:
    """How a message names a value: a short scalar as it stands, anything else by its type."""
    name = type(value).__qualname__
    article = "an" if name[:1].lower() in "aeiou" else "a"
    if type(value) in (str, bytes, int, float, bool):
        text = repr(value)
        return f"{text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + '...'} is {article} {name}"
    return "the value is None" if value is None else f"the value is {article} {name}"


_LONGEST_VALUE = 60


def mismatch(value: object, python_type: PythonType) -> RefusedError:
    """The usual refusal: what the value is, and what was expected."""
    return refused_value(f"{value_label(value)}, expected {type_label(python_type)}")


def is_instance(value: Any, python_type: PythonType) -> bool:
    """Whether `python_type` is a class that `value` is an instance of."""
    return isinstance(python_type, type) and isinstance(value, python_type)


def check_instance(system: TypeSystem, value: Any, python_type: PythonType) -> None:  # noqa: ARG001
    """Refuses a value that is no instance of a class; generics other than `list[int]` and its like are let through."""
    if type(python_type).__name__ == "GenericAlias":
        fits = isinstance(value, origin_of(python_type))
    else:
        fits = hasattr(python_type, "__origin__") or isinstance(value, python_type)
    if not fits:
        raise mismatch(value, python_type)


def check_nothing(system: TypeSystem, value: Any, python_type: PythonType) -> None:
    """Lets every value through to the builder."""
