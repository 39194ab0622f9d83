"""Short ways to write flyteidl messages in tests."""

from flytec.ir import pb


def simple(name: str) -> pb.LiteralType:
    return pb.LiteralType(simple=name)


NONE = simple("NONE")
INT = simple("INTEGER")
FLOAT = simple("FLOAT")
STR = simple("STRING")
BOOL = simple("BOOLEAN")
DATETIME = simple("DATETIME")
BINARY = simple("BINARY")
DICT = simple("STRUCT")
UNSET = pb.LiteralType()
FILE = pb.LiteralType(blob=pb.BlobType())
CSV = pb.LiteralType(blob=pb.BlobType(format="csv"))
DIRECTORY = pb.LiteralType(blob=pb.BlobType(dimensionality="MULTIPART"))
COLOR = pb.LiteralType(enum_type=pb.EnumType(values=["red", "blue"]))


def list_of(element: pb.LiteralType) -> pb.LiteralType:
    return pb.LiteralType(collection_type=element)


def dict_of(value: pb.LiteralType) -> pb.LiteralType:
    return pb.LiteralType(map_value_type=value)


def union(*variants: pb.LiteralType) -> pb.LiteralType:
    return pb.LiteralType(union_type=pb.UnionType(variants=variants))


def optional(of: pb.LiteralType) -> pb.LiteralType:
    return union(of, NONE)


def tagged(of: pb.LiteralType, tag: str) -> pb.LiteralType:
    copy = pb.LiteralType()
    copy.CopyFrom(of)
    copy.structure.tag = tag
    return copy


def dataset(format: str = "", **columns: pb.LiteralType) -> pb.LiteralType:  # noqa: A002, flyteidl's name
    held = [pb.StructuredDatasetType.DatasetColumn(name=name, literal_type=of) for name, of in columns.items()]
    return pb.LiteralType(structured_dataset_type=pb.StructuredDatasetType(format=format, columns=held))


def schema(**columns: str) -> pb.LiteralType:
    held = [pb.SchemaType.SchemaColumn(name=name, type=of) for name, of in columns.items()]
    return pb.LiteralType(schema=pb.SchemaType(columns=held))


def integer(value: int) -> pb.Literal:
    return pb.Literal(scalar=pb.Scalar(primitive=pb.Primitive(integer=value)))


def string(value: str) -> pb.Literal:
    return pb.Literal(scalar=pb.Scalar(primitive=pb.Primitive(string_value=value)))


def listed(*literals: pb.Literal) -> pb.Literal:
    return pb.Literal(collection=pb.LiteralCollection(literals=literals))


def mapped(**literals: pb.Literal) -> pb.Literal:
    return pb.Literal(map=pb.LiteralMap(literals=literals))
