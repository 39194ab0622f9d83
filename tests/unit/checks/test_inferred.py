"""The types that the server reads off literals, and how types are written."""

import pytest

from flytec.checks.types.castable import castable
from flytec.checks.types.inferred import inferred_type
from flytec.checks.types.text import type_text
from flytec.ir import pb
from flytec.ir.codec import struct_of
from messages import (
    COLOR,
    CSV,
    DICT,
    DIRECTORY,
    FILE,
    INT,
    NONE,
    STR,
    UNSET,
    dataset,
    dict_of,
    integer,
    list_of,
    listed,
    mapped,
    optional,
    schema,
    simple,
    string,
    union,
)


def scalar(**value: object) -> pb.Literal:
    return pb.Literal(scalar=pb.Scalar(**value))  # type: ignore[arg-type]


NOTHING = scalar(none_type=pb.Void())
UNTYPED_TABLE = scalar(structured_dataset=pb.StructuredDataset(uri="s3://b/k"))
CSV_TABLE = pb.StructuredDatasetMetadata(structured_dataset_type=pb.StructuredDatasetType(format="csv"))


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        (integer(1), INT),
        (string("x"), STR),
        (scalar(primitive=pb.Primitive(float_value=1)), simple("FLOAT")),
        (scalar(primitive=pb.Primitive(boolean=True)), simple("BOOLEAN")),
        (scalar(primitive=pb.Primitive(datetime=pb.Timestamp())), simple("DATETIME")),
        (scalar(primitive=pb.Primitive(duration=pb.Duration())), simple("DURATION")),
        (scalar(primitive=pb.Primitive()), NONE),
        (NOTHING, NONE),
        (scalar(error=pb.Error()), simple("ERROR")),
        (scalar(generic=struct_of({})), DICT),
        (scalar(binary=pb.Binary(tag="msgpack")), DICT),
        (scalar(binary=pb.Binary(tag="Msgpack")), simple("BINARY")),
        (scalar(blob=pb.Blob(metadata=pb.BlobMetadata(type=CSV.blob))), CSV),
        (scalar(schema=pb.Schema(type=pb.SchemaType())), schema()),
        (scalar(structured_dataset=pb.StructuredDataset(metadata=CSV_TABLE)), dataset("csv")),
        (scalar(union=pb.Union(type=STR, value=integer(1))), union(STR)),
        (listed(), list_of(NONE)),
        (listed(integer(1), integer(2)), list_of(INT)),
        (listed(integer(1), string("x")), list_of(union(INT, STR))),
        (listed(listed(integer(1)), listed()), list_of(list_of(INT))),
        (listed(listed(), listed()), list_of(list_of(NONE))),
        (listed(listed(integer(1)), listed(NOTHING)), list_of(union(list_of(INT), list_of(NONE)))),
        (
            listed(listed(integer(1), string("x")), listed(integer(1), NOTHING)),
            list_of(list_of(union(INT, STR, NONE))),
        ),
        (listed(listed(integer(1), string("x")), listed(integer(2))), list_of(list_of(union(INT, STR)))),
        (listed(listed(integer(1), string("x")), integer(2)), list_of(union(list_of(union(INT, STR)), INT))),
        (mapped(), dict_of(NONE)),
        (mapped(a=integer(1), b=integer(2)), dict_of(INT)),
        (mapped(b=integer(1), a=string("x")), dict_of(union(STR, INT))),
        (mapped(k=listed()), dict_of(list_of(NONE))),
        (pb.Literal(offloaded_metadata={"inferred_type": INT}), INT),
    ],
)
def test_what_a_literal_is(literal: pb.Literal, expected: pb.LiteralType) -> None:
    assert inferred_type(literal) == expected


@pytest.mark.parametrize(
    "literal",
    [
        pb.Literal(),
        scalar(),
        scalar(blob=pb.Blob()),
        listed(integer(1), pb.Literal()),
        mapped(a=scalar()),
        pb.Literal(offloaded_metadata={}),
    ],
)
def test_what_no_type_is_found_for(literal: pb.Literal) -> None:
    assert inferred_type(literal) is None


@pytest.mark.parametrize(
    ("literal", "wanted", "fits"),
    [
        (listed(listed(integer(1)), listed()), list_of(list_of(INT)), True),
        (mapped(k=listed()), dict_of(list_of(INT)), True),
        (listed(mapped(a=integer(1)), mapped()), list_of(dict_of(INT)), False),
        (NOTHING, optional(INT), True),
        (NOTHING, optional(dataset()), False),
        (listed(integer(1), NOTHING), list_of(optional(INT)), True),
        (UNTYPED_TABLE, dataset(), False),
        (UNTYPED_TABLE, optional(dataset()), False),
        (scalar(structured_dataset=pb.StructuredDataset(metadata=CSV_TABLE)), dataset(), True),
        (scalar(blob=pb.Blob(metadata=pb.BlobMetadata())), FILE, False),
        (scalar(schema=pb.Schema()), schema(), False),
        (scalar(union=pb.Union()), union(INT, UNSET), False),
        (string("green"), COLOR, True),
    ],
)
def test_where_a_literal_goes(literal: pb.Literal, wanted: pb.LiteralType, fits: bool) -> None:
    held = inferred_type(literal)
    assert held is not None
    assert castable(held, wanted) is fits


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (NONE, "None"),
        (list_of(dict_of(optional(INT))), "List[Dict[str, Optional[int]]]"),
        (union(INT, STR, NONE), "Union[int, str, None]"),
        (union(), "Union"),
        (COLOR, "Enum['red', 'blue']"),
        (FILE, "FlyteFile"),
        (CSV, "FlyteFile['csv']"),
        (DIRECTORY, "FlyteDirectory"),
        (pb.LiteralType(blob=pb.BlobType(format="PythonPickle")), "FlytePickle"),
        (dataset("csv", a=INT), "StructuredDataset['csv', a: int]"),
        (dataset(), "StructuredDataset"),
        (schema(a="INTEGER", b="DURATION"), "FlyteSchema[a: int, b: timedelta]"),
        (DICT, "dict"),
        (pb.LiteralType(simple="STRUCT", metadata=struct_of({"title": "Trip"})), "Trip"),
        (pb.LiteralType(simple="STRUCT", metadata=struct_of({"$ref": "#/definitions/Trip"})), "Trip"),
        (pb.LiteralType(simple="STRUCT", metadata=struct_of({"title": 1})), "dict"),
        (UNSET, "a type that is not set"),
        (pb.LiteralType(simple=99), "simple type 99"),  # type: ignore[arg-type]
        (pb.LiteralType(schema=pb.SchemaType(columns=[{"name": "a", "type": 99}])), "FlyteSchema[a: column type 99]"),
    ],
)
def test_how_a_type_is_written(of: pb.LiteralType, text: str) -> None:
    assert type_text(of) == text
