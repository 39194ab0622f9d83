"""Which type goes where another is expected, as the real control plane says."""

import json
from pathlib import Path

import pytest

from flytec.checks.types.cast import Cast
from flytec.checks.types.castable import cast, castable
from flytec.checks.types.text import type_text
from flytec.ir import pb
from flytec.ir.codec import parse, struct_of
from messages import (
    BINARY,
    COLOR,
    CSV,
    DICT,
    DIRECTORY,
    FILE,
    FLOAT,
    INT,
    NONE,
    STR,
    UNSET,
    dataset,
    dict_of,
    list_of,
    optional,
    schema,
    simple,
    tagged,
    union,
)

VERDICTS = Path(__file__).parents[2] / "control_plane/castable.jsonl"
COLOR_TURNED = pb.LiteralType(enum_type=pb.EnumType(values=["blue", "red"]))
INT_TAGGED = tagged(INT, "int")


def test_every_verdict_of_the_control_plane() -> None:
    wrong = []
    for line in VERDICTS.read_text().splitlines():
        upstream, downstream, expected = json.loads(line)
        held, wanted = (parse(pb.LiteralType, bytes.fromhex(one)) for one in (upstream, downstream))
        if castable(held, wanted) is not expected:
            wrong.append(f"{type_text(held)} -> {type_text(wanted)}: {not expected}, expected {expected}")
    assert wrong == []


@pytest.mark.parametrize(
    ("upstream", "downstream", "expected"),
    [
        (INT, FLOAT, False),
        (FLOAT, INT, False),
        (INT, STR, False),
        (NONE, list_of(INT), False),
        (NONE, FILE, False),
        (NONE, schema(), False),
        (NONE, dataset("csv"), True),
        (list_of(NONE), list_of(FILE), True),
        (dict_of(NONE), dict_of(FILE), True),
        (dict_of(INT), DICT, False),
        (COLOR, STR, True),
        (STR, COLOR, True),
        (COLOR, COLOR_TURNED, False),
        (STR, union(STR, COLOR), False),  # ambiguous
        (COLOR, union(STR, COLOR), False),
        (union(STR), union(STR, COLOR), True),
        (FILE, union(FILE, DIRECTORY), False),
        (FILE, DIRECTORY, True),
        (CSV, FILE, True),
        (FILE, CSV, True),
        (CSV, pb.LiteralType(blob=pb.BlobType(format="CSV")), False),
        (dataset("parquet"), dataset("Parquet"), True),
        (dataset("csv"), dataset("parquet"), False),
        (dataset("parquet", a=INT), schema(a="INTEGER"), True),
        (dataset("csv", a=INT), schema(a="INTEGER"), False),
        (schema(a="INTEGER"), dataset(a=INT), True),
        (schema(a="INTEGER"), dataset(a=STR), False),
        (schema(a="INTEGER"), schema(a="INTEGER", b="STRING"), False),
        (schema(), schema(a="INTEGER"), True),
        (dataset(a=INT, b=STR), dataset(a=INT), True),
        (dataset(a=INT), dataset(a=INT, b=STR), False),
        (dataset(a=INT), union(dataset(), schema()), False),
        (NONE, optional(dataset()), False),
        (union(NONE), optional(dataset()), True),
        (optional(INT), INT, False),
        (union(INT), INT, True),
        (union(INT_TAGGED), INT, False),
        (INT, optional(INT_TAGGED), True),
        (INT_TAGGED, INT, False),
        (INT, INT_TAGGED, True),
        (tagged(list_of(INT), "x"), tagged(list_of(INT), "y"), True),
        (union(INT, STR), union(STR, INT, FLOAT), True),
        (union(INT, STR, FLOAT), union(INT, STR), False),
        (union(), union(INT), True),
        (INT, union(), False),
        (list_of(union(INT)), list_of(INT), False),
        (list_of(INT), list_of(optional(INT)), True),
        (BINARY, DICT, False),
        (UNSET, UNSET, True),
        (UNSET, INT, False),
        (INT, UNSET, False),
    ],
)
def test_the_rules_one_by_one(upstream: pb.LiteralType, downstream: pb.LiteralType, expected: bool) -> None:
    assert castable(upstream, downstream) is expected


def test_annotations_do_not_count() -> None:
    annotated = pb.LiteralType(simple="INTEGER", annotation=pb.TypeAnnotation(annotations=struct_of({"a": 1})))
    assert castable(annotated, INT)
    assert castable(INT, annotated)


def dataclass(**schema: object) -> pb.LiteralType:
    return pb.LiteralType(simple="STRUCT", metadata=struct_of({"type": "object", **schema}))


A = dataclass(title="A", properties={"a": {"type": "integer"}})
A_AND_B = dataclass(title="AB", properties={"a": {"type": "integer"}, "b": {"type": "string"}}, required=["b"])
A_AS_STRING = dataclass(title="A", properties={"a": {"type": "string"}})
NEWEST_DRAFT = dataclass(**{"$schema": "https://json-schema.org/draft/2020-12/schema"}, title="N")


@pytest.mark.parametrize(
    ("upstream", "downstream", "expected"),
    [
        (A, A, Cast.YES),
        (A, DICT, Cast.YES),
        (DICT, A, Cast.YES),
        (A_AND_B, A, Cast.YES),
        (A, A_AND_B, Cast.NO),
        (A, A_AS_STRING, Cast.NO),
        (A, NEWEST_DRAFT, Cast.NO),
        (NEWEST_DRAFT, NEWEST_DRAFT, Cast.YES),
        (A, dataclass(properties={"a": {"type": "integer"}}, required=["a"]), Cast.UNKNOWN),
        (A, dataclass(properties={"a": {"anyOf": [{"type": "integer"}]}}), Cast.UNKNOWN),
        (A, dataclass(properties={"a": 3}), Cast.UNKNOWN),
        (A, dataclass(properties=[]), Cast.UNKNOWN),
        (A, union(A, DICT), Cast.NO),  # ambiguous
        (A, union(A, A_AS_STRING), Cast.YES),
        (A, union(A, dataclass(properties={"a": {"enum": [1]}})), Cast.UNKNOWN),
        (A, union(DICT, A, dataclass(properties={"a": {"enum": [1]}})), Cast.NO),
        (union(A), dataclass(properties={"a": {"enum": [1]}}), Cast.UNKNOWN),
        (list_of(A), list_of(dataclass(properties={"a": {"enum": [1]}})), Cast.UNKNOWN),
    ],
)
def test_dataclasses_are_compared_by_their_schemas(
    upstream: pb.LiteralType, downstream: pb.LiteralType, expected: Cast
) -> None:
    assert cast(upstream, downstream) is expected


def test_what_only_the_server_knows_counts_as_castable() -> None:
    assert castable(A, dataclass(properties={"a": {"enum": [1]}}))


def test_a_schema_that_is_no_json_is_not_judged() -> None:
    odd = pb.LiteralType(simple="STRUCT")
    odd.metadata.fields["x"].number_value = float("nan")
    assert cast(odd, A) is Cast.UNKNOWN


def test_deep_unions_take_no_longer_than_wide_ones() -> None:
    """Each level may be left out or not: without a memo, there are as many ways as Fibonacci has numbers."""
    held, wanted = simple("INTEGER"), simple("STRING")
    for _ in range(45):
        held, wanted = union(held), union(wanted)
    assert not castable(held, wanted)
