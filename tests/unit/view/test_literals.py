import math
from datetime import datetime, timedelta, timezone
from typing import Any

import msgpack
import pytest
from google.protobuf import text_format

from flytec.ir import pb
from flytec.view.literals import literal_text
from flytec.view.names import duration_text


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("scalar { primitive { integer: -3 } }", "-3"),
        ("scalar { primitive { float_value: 1.5 } }", "1.5"),
        ("scalar { primitive { float_value: nan } }", "nan"),
        ("scalar { primitive { string_value: 'a\\n' } }", r"'a\n'"),
        ("scalar { primitive { boolean: false } }", "False"),
        ("scalar { primitive { datetime { seconds: 86400 } } }", "datetime('1970-01-02T00:00:00Z')"),
        ("scalar { primitive { datetime { seconds: 999999999999 } } }", "datetime('999999999999s from 1970')"),
        ("scalar { primitive { duration { seconds: 90 } } }", "timedelta('1m30s')"),
        ("scalar { primitive {} }", "<unset>"),
        ("scalar { none_type {} }", "None"),
        ("scalar { union { value { scalar { primitive { integer: 1 } } } } }", "1"),
        ("scalar { blob { uri: 's3://x' } }", "FlyteFile('s3://x')"),
        (
            "scalar { blob { uri: 's3://x' metadata { type { dimensionality: MULTIPART } } } }",
            "FlyteDirectory('s3://x')",
        ),
        ("scalar { structured_dataset { uri: 's3://x' } }", "StructuredDataset('s3://x')"),
        ("scalar { schema { uri: 's3://x' } }", "FlyteSchema('s3://x')"),
        ("scalar { error { message: 'no' } }", "FlyteError('no')"),
        ("scalar { binary { value: 'abc' tag: 'zip' } }", "<3 bytes of zip>"),
        ("scalar { binary { value: 'abc' } }", "<3 bytes>"),
        ("scalar {}", "<unset>"),
        ("collection {}", "[]"),
        ("collection { literals { scalar { primitive { integer: 1 } } } literals {} }", "[1, <unset>]"),
        (
            "map { literals { key: 'b' value { map {} } } literals { key: 'a' value { collection {} } } }",
            "{'a': [], 'b': {}}",
        ),
        ("offloaded_metadata { uri: 's3://x' }", "<offloaded to 's3://x'>"),
        ("", "<unset>"),
    ],
)
def test_a_literal_is_shown_as_python_spells_it(message: str, expected: str) -> None:
    assert literal_text(text_format.Parse(message, pb.Literal())) == expected


def binary(data: bytes) -> pb.Literal:
    return pb.Literal(scalar=pb.Scalar(binary=pb.Binary(value=data, tag="msgpack")))


@pytest.mark.parametrize("value", [{"lr": 0.1, "layers": [1, 2]}, [], None, "x", {1: {2: 3}}])
def test_messagepack_is_shown_as_the_data_it_holds(value: Any) -> None:
    assert literal_text(binary(msgpack.packb(value))) == repr(value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        b"\x01\x02",
        b"\x91" * 600 + b"\x01",
        b"\x91" * 5000 + b"\x01",
        b"\x81\x90\x01",
        b"\xd6\xff",
        b"\xa1\xff",
        b"\xdf\xff\xff\xff\xff",
    ],
)
def test_broken_messagepack_is_shown_by_its_size(data: bytes) -> None:
    text = literal_text(binary(data))
    assert text == f"<{len(data)} bytes of msgpack>" or text.startswith("[[[")


def test_a_struct_shows_whole_numbers_as_such() -> None:
    literal = pb.Literal()
    literal.scalar.generic.update({"b": [1.5, None, True], "a": 1})
    assert literal_text(literal) == "{'a': 1, 'b': [1.5, None, True]}"
    literal.scalar.generic.update({"c": math.nan})
    assert literal_text(literal) == "<a struct with numbers that JSON does not have>"


@pytest.mark.parametrize(
    ("seconds", "nanos", "expected"),
    [
        (0, 0, "0s"),
        (59, 0, "59s"),
        (3600, 0, "1h"),
        (93784, 500_000_000, "1d2h3m4.5s"),
        (-90, 0, "-1m30s"),
        (0, -1, "-0.000000001s"),
        (86400 * 10_000, 0, "10000d"),
    ],
)
def test_a_duration_is_shown_in_units(seconds: int, nanos: int, expected: str) -> None:
    assert duration_text(pb.Duration(seconds=seconds, nanos=nanos)) == expected


def test_a_duration_of_python_is_shown_exactly() -> None:
    duration = pb.Duration()
    duration.FromTimedelta(timedelta(minutes=1, microseconds=1))
    assert duration_text(duration) == "1m0.000001s"


def test_a_datetime_is_shown_in_utc() -> None:
    literal = pb.Literal()
    literal.scalar.primitive.datetime.FromDatetime(datetime(2024, 1, 2, 3, 4, 5, 600, tzinfo=timezone.utc))
    assert literal_text(literal) == "datetime('2024-01-02T03:04:05.000600Z')"
