"""Types are given in protobuf's text form, as `flytec parse-proto` shows them."""

import pytest
from google.protobuf import text_format

from flytec.ir import pb
from flytec.view.types import type_text

OPTIONAL_INT = "union_type { variants { simple: INTEGER } variants { simple: NONE } }"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("simple: INTEGER", "int"),
        ("simple: FLOAT", "float"),
        ("simple: STRING", "str"),
        ("simple: BOOLEAN", "bool"),
        ("simple: DATETIME", "datetime"),
        ("simple: DURATION", "timedelta"),
        ("simple: NONE", "None"),
        ("simple: BINARY", "bytes"),
        ("simple: ERROR", "FlyteError"),
        ("simple: STRUCT", "dict"),
        ("simple: 77", "?"),
        ("", "?"),
        ("collection_type { simple: INTEGER }", "List[int]"),
        ("map_value_type { collection_type { simple: STRING } }", "Dict[str, List[str]]"),
        (OPTIONAL_INT, "Optional[int]"),
        ("union_type { variants { simple: INTEGER } variants { simple: STRING } }", "Union[int, str]"),
        (
            "union_type { variants { simple: INTEGER } variants { simple: STRING } variants { simple: NONE } }",
            "Union[int, str, None]",
        ),
        ("union_type { variants { simple: NONE } }", "Union[None]"),
        ("union_type {}", "Union"),
        ("enum_type { values: 'red' values: 'blue' }", "Literal['red', 'blue']"),
        ("blob {}", "FlyteFile"),
        ("blob { format: 'csv' }", "FlyteFile['csv']"),
        ("blob { dimensionality: MULTIPART }", "FlyteDirectory"),
        ("blob { dimensionality: MULTIPART format: 'parts' }", "FlyteDirectory['parts']"),
        ("blob { format: 'PythonPickle' }", "FlytePickle"),
        ("structured_dataset_type {}", "StructuredDataset"),
        (
            "structured_dataset_type { format: 'parquet' columns { name: 'a' literal_type { simple: INTEGER } } }",
            "StructuredDataset['parquet', a: int]",
        ),
        (
            "schema { columns { name: 'a' type: FLOAT } columns { name: 'b' type: DATETIME } }",
            "FlyteSchema[a: float, b: datetime]",
        ),
    ],
)
def test_a_type_is_shown_as_python_spells_it(message: str, expected: str) -> None:
    assert type_text(text_format.Parse(message, pb.LiteralType())) == expected


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"title": "Conf"}, "Conf"),
        ({"$ref": "#/definitions/ConfSchema"}, "ConfSchema"),
        ({"title": 3.0}, "dict"),
        ({"title": float("nan")}, "dict"),
        ({}, "dict"),
    ],
)
def test_a_dataclass_goes_by_its_schemas_title(metadata: dict[str, object], expected: str) -> None:
    of = pb.LiteralType(simple=pb.SimpleType.STRUCT)
    of.metadata.update(metadata)
    assert type_text(of) == expected


@pytest.mark.parametrize(
    ("held", "expected"), [("<class 'pkg.Model'>", "FlytePickle[pkg.Model]"), ("typing.Any", "FlytePickle[typing.Any]")]
)
def test_a_pickle_names_its_class(held: str, expected: str) -> None:
    of = pb.LiteralType(blob=pb.BlobType(format="PythonPickle"))
    of.metadata.update({"python_class_name": held})
    assert type_text(of) == expected


def test_a_literal_shows_its_values() -> None:
    of = pb.LiteralType(simple=pb.SimpleType.INTEGER)
    of.annotation.annotations.update({"literal_values": [1, 2.5, "x"]})
    assert type_text(of) == "Literal[1, 2.5, 'x']"
