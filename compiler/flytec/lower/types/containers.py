"""Literal types of lists, dicts, iterators and unions."""

from typing import get_args

from flytec.ir import pb
from flytec.lower.literals.containers import item_type, key_and_value_types
from flytec.lower.literals.kinds import PythonType, TypeSystem, refused_type, type_label, underlying
from flytec.lower.types.annotations import packed_annotation


def list_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
    """A collection of the items' type."""
    return pb.LiteralType(collection_type=system.literal_type(item_type(python_type)))


def dict_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
    """A map where the keys are strings, otherwise a struct that travels as MessagePack."""
    arguments = key_and_value_types(python_type)
    if arguments and arguments[0] is str:
        return pb.LiteralType(map_value_type=system.literal_type(arguments[1]))
    return pb.LiteralType(simple=pb.SimpleType.STRUCT, annotation=packed_annotation())


def iterator_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
    """A collection of the items' type."""
    arguments = get_args(python_type)
    if not arguments:
        message = f"{type_label(python_type)} does not say what it yields, expected Iterator[T]"
        raise refused_type(message, "name the type of the items")
    return pb.LiteralType(collection_type=system.literal_type(arguments[0]))


def union_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
    """The variants in the order of the annotation, each with the tag of its kind as its whole structure."""
    variants = [system.variant_type(each) for each in get_args(underlying(python_type))]
    return pb.LiteralType(union_type=pb.UnionType(variants=variants))
