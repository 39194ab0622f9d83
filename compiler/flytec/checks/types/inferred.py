"""The type that the server reads off a literal.

Rule: flytepropeller's `LiteralTypeForLiteral`, `pkg/compiler/validators/utils.go`.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from flytec.ir import pb
from flytec.ir.codec import serialize

_SIMPLE: Mapping[str | None, str] = MappingProxyType(
    {
        "integer": "INTEGER",
        "float_value": "FLOAT",
        "string_value": "STRING",
        "boolean": "BOOLEAN",
        "datetime": "DATETIME",
        "duration": "DURATION",
        None: "NONE",
    }
)
_MSGPACK = "msgpack"
UNTYPED_TAG = "untyped value"
"""The tag of the type of a blob, table or union that does not say its type: it casts to nothing that one declares."""


def inferred_type(literal: pb.Literal) -> pb.LiteralType | None:
    """The type of a literal; None where the server finds none, at the top or in an element."""
    match literal.WhichOneof("value"):
        case "scalar":
            return scalar_type(literal.scalar)
        case "collection":
            element = _joined(literal.collection.literals)
            return None if element is None else pb.LiteralType(collection_type=element)
        case "map":
            literals = literal.map.literals
            value = _joined([literals[key] for key in sorted(literals)])
            return None if value is None else pb.LiteralType(map_value_type=value)
        case "offloaded_metadata":
            metadata = literal.offloaded_metadata
            return metadata.inferred_type if metadata.HasField("inferred_type") else None
        case _:
            return None


def scalar_type(scalar: pb.Scalar) -> pb.LiteralType | None:
    """The type of a scalar; None for a scalar with no value, or a blob without metadata."""
    match scalar.WhichOneof("value"):
        case "primitive":
            return primitive_type(scalar.primitive)
        case "none_type":
            return pb.LiteralType(simple="NONE")
        case "error":
            return pb.LiteralType(simple="ERROR")
        case "generic":
            return pb.LiteralType(simple="STRUCT")
        case "binary":
            return pb.LiteralType(simple="STRUCT" if scalar.binary.tag == _MSGPACK else "BINARY")
        case _:
            return _declared(scalar)


def _declared(scalar: pb.Scalar) -> pb.LiteralType | None:
    """The type of a scalar that carries one."""
    match scalar.WhichOneof("value"):
        case "blob" if scalar.blob.HasField("metadata"):
            metadata = scalar.blob.metadata
            return pb.LiteralType(blob=metadata.type) if metadata.HasField("type") else _untyped()
        case "schema":
            return pb.LiteralType(schema=scalar.schema.type) if scalar.schema.HasField("type") else _untyped()
        case "structured_dataset":
            held = scalar.structured_dataset.metadata
            if not held.HasField("structured_dataset_type"):
                return _untyped()
            return pb.LiteralType(structured_dataset_type=held.structured_dataset_type)
        case "union":
            variant = scalar.union.type if scalar.union.HasField("type") else _untyped()
            return pb.LiteralType(union_type=pb.UnionType(variants=[variant]))
        case _:
            return None


def primitive_type(primitive: pb.Primitive) -> pb.LiteralType:
    """The simple type of a primitive; that of None where it has no value."""
    return pb.LiteralType(simple=_SIMPLE[primitive.WhichOneof("value")])


def _untyped() -> pb.LiteralType:
    return pb.LiteralType(structure=pb.TypeStructure(tag=UNTYPED_TAG))


def _joined(literals: Iterable[pb.Literal]) -> pb.LiteralType | None:
    """The one type of several literals: a union where they differ, that of None where there are none."""
    distinct: dict[bytes, pb.LiteralType] = {}
    empty = None
    for literal in literals:
        held = inferred_type(literal)
        if held is None:
            return None
        if literal.HasField("collection") and not literal.collection.literals:
            empty = held
        else:
            distinct.setdefault(serialize(held), held)
    types = list(distinct.values())
    if not types:
        return empty or pb.LiteralType(simple="NONE")
    return types[0] if len(types) == 1 else _union_of(types)


def _union_of(types: list[pb.LiteralType]) -> pb.LiteralType:
    """A union, or a list of one where elements are lists of unions already."""
    if all(held.HasField("collection_type") for held in types) and any(map(_is_list_of_union, types)):
        variants: dict[bytes, pb.LiteralType] = {}
        for held in types:
            element = held.collection_type
            for one in element.union_type.variants if _is_list_of_union(held) else (element,):
                variants.setdefault(serialize(one), one)
        return pb.LiteralType(collection_type=pb.LiteralType(union_type=pb.UnionType(variants=list(variants.values()))))
    return pb.LiteralType(union_type=pb.UnionType(variants=types))


def _is_list_of_union(of: pb.LiteralType) -> bool:
    return of.collection_type.HasField("union_type")
