"""Literals of lists, dicts, iterators and unions."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, get_args

from flytec.authoring.types.markers import FlyteAnnotation
from flytec.codes import INVALID_LITERAL
from flytec.ir import pb
from flytec.lower.literals.encoding import binary, encode
from flytec.lower.literals.kinds import (
    NotCoveredError,
    PythonType,
    RefusedError,
    TypeSystem,
    is_annotated,
    mismatch,
    origin_of,
    refused_type,
    refused_value,
    type_label,
    underlying,
    value_label,
)


def item_type(python_type: PythonType) -> PythonType:
    """The `T` of `list[T]`."""
    plain = underlying(python_type)
    arguments = get_args(plain)
    # flytekit takes the None of list[None] for a missing argument; List[None] has NoneType there.
    if origin_of(plain) is list and arguments and arguments[0] is not None:
        return arguments[0]
    message = f"{type_label(python_type)} does not say what is in it, expected list[T]"
    raise refused_type(message, "name the type of the items, such as list[int]")


def list_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
    """One literal an item."""
    if type(value) is not list:
        raise mismatch(value, python_type)
    item = item_type(python_type)
    literals = [system.literal(each, item, expected.collection_type) for each in value]
    return pb.Literal(collection=pb.LiteralCollection(literals=literals))


def iterator_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
    """One literal an item, of what can be iterated more than once."""
    if isinstance(value, Iterator):
        message = f"{value_label(value)}, which can be read only once, expected a list"
        raise NotCoveredError(INVALID_LITERAL, message, "give a list")
    try:
        items = list(value)
    except TypeError as error:
        raise mismatch(value, python_type) from error
    item = get_args(python_type)[0]
    literals = [system.literal(each, item, expected.collection_type) for each in items]
    return pb.Literal(collection=pb.LiteralCollection(literals=literals))


def key_and_value_types(python_type: PythonType) -> tuple[PythonType, ...]:
    """The `K, V` of `dict[K, V]`, nothing for a dict without them."""
    if is_annotated(python_type):
        inner, *metadata = get_args(python_type)
        if any(isinstance(each, FlyteAnnotation) for each in metadata):
            raise refused_type(
                f"{type_label(inner)} carries a FlyteAnnotation, which a dict cannot have",
                "remove the annotation",
            )
        return key_and_value_types(inner)
    match origin_of(python_type):
        case None:
            return ()
        case origin if origin is dict:
            return get_args(python_type)
        case _:
            message = f"{type_label(python_type)} is a mapping without a Flyte type, expected dict[K, V]"
            raise refused_type(message, "use dict[K, V]")


def dict_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
    """A literal map for `dict[str, V]`, MessagePack for every other dict."""
    if type(value) is not dict:
        raise mismatch(value, python_type)
    if expected.simple == pb.SimpleType.STRUCT:
        return _packed_dict(value, python_type)
    _, item = key_and_value_types(python_type)
    for key in value:
        if type(key) is not str:
            raise refused_value(f"the key {key!r} is no str, expected one", "make every key a str")
    literals = {key: system.literal(each, item, expected.map_value_type) for key, each in value.items()}
    return pb.Literal(map=pb.LiteralMap(literals=literals))


def _packed_dict(value: dict[Any, Any], python_type: PythonType) -> pb.Literal:
    try:
        return binary(encode(value, python_type))
    except RefusedError as error:
        if not _may_be_pickled(python_type):
            raise
        message = "the dict cannot be packed and would become a pickle on this machine, expected plain values"
        raise NotCoveredError(INVALID_LITERAL, message, "give strings, numbers, booleans, lists and dicts") from error


def _may_be_pickled(python_type: PythonType) -> bool:
    """Whether the annotation allows a pickle where MessagePack fails: `Annotated[dict, kwtypes(allow_pickle=True)]`."""
    if not is_annotated(python_type):
        return False
    options = [each for each in get_args(python_type)[1:] if isinstance(each, OrderedDict)]
    return bool(options) and bool(options[0].get("allow_pickle", False))


def union_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
    """The literal of the one variant that takes the value, together with that variant's type.

    A variant that we refuse and flytekit does not counts as one that takes the value.
    """
    variants = get_args(underlying(python_type))
    taken: list[tuple[PythonType, pb.Literal | NotCoveredError]] = []
    for variant, variant_type in zip(variants, expected.union_type.variants, strict=True):
        try:
            taken.append((variant, system.kind_of(variant).literal_of(system, value, variant, variant_type)))
        except NotCoveredError as error:
            taken.append((variant, error))
        except RefusedError:
            continue
    variant, literal = _only(taken, value, python_type)
    if isinstance(literal, NotCoveredError):
        raise literal
    kind = system.kind_of(variant)
    stored = tagged((kind.bare_type_of or kind.type_of)(system, variant), kind.tag)
    return pb.Literal(scalar=pb.Scalar(union=pb.Union(value=literal, type=stored)))


def _only(
    taken: list[tuple[PythonType, pb.Literal | NotCoveredError]], value: Any, python_type: PythonType
) -> tuple[PythonType, pb.Literal | NotCoveredError]:
    """The variant that stands alone, or the one for `str` among those that take a string."""
    if not taken:
        raise mismatch(value, python_type)
    if len(taken) == 1:
        return taken[0]
    strings = [each for each in taken if each[0] is str] if type(value) is str else []
    if len(strings) != 1:
        names = " and ".join(type_label(variant) for variant, _ in taken)
        raise refused_value(f"{value_label(value)}, which fits {names} alike, expected a value of one variant")
    return strings[0]


def tagged(variant: pb.LiteralType, tag: str) -> pb.LiteralType:
    """A copy of `variant` whose structure is the tag alone."""
    copy = pb.LiteralType()
    copy.CopyFrom(variant)
    copy.structure.CopyFrom(pb.TypeStructure(tag=tag))
    return copy


def check_union(system: TypeSystem, value: Any, python_type: PythonType) -> None:
    """Refuses what no variant lets through."""
    for variant in get_args(underlying(python_type)):
        if variant is Any:
            return
        try:
            system.kind_of(variant).check(system, value, variant)
        except (RefusedError, TypeError):
            continue
        return
    raise mismatch(value, python_type)
