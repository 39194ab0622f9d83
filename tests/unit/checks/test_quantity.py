"""Kubernetes quantities: what parses, and to how much."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flytec.checks.quantity import Quantity, is_quantity, parse_quantity

RECORDED = Path(__file__).parents[2] / "control_plane/libraries/quantities.jsonl"


def test_every_recorded_quantity() -> None:
    for row in RECORDED.read_text().splitlines():
        text, value, milli = json.loads(row)
        assert parse_quantity(text) == (None if value is None else Quantity(value, milli)), text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("0", 0),
        ("500m", 1),
        ("1500m", 2),
        ("-1500m", -2),
        ("1n", 1),
        ("1k", 1000),
        ("1Ki", 1024),
        ("0.5Gi", 512 * 2**20),
        ("1E", 10**18),
        ("1e3", 1000),
        ("1E+3", 1000),
        ("1e-1", 1),
        ("+.5", 1),
        ("1.", 1),
        ("-", 0),
        (".", 0),
        ("m", 0),
        ("Ki", 0),
        ("8Ei", 2**63 - 1),
        ("1e30", 0),
    ],
)
def test_values_are_whole_units_rounded_up(text: str, value: int) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.value == value


@pytest.mark.parametrize(
    "text", ["", " 1", "1 ", "1K", "1MB", "1gi", "1e", "1e+", "1_0", "1.2.3", "--1", "0x1", "\u0661", "lots"]
)
def test_what_is_no_quantity(text: str) -> None:
    assert not is_quantity(text)


@given(st.text("0123456789.+-eEinumkKMGTP ", max_size=30))
def test_any_text_is_a_quantity_or_none(text: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is None or -(2**63) <= quantity.value < 2**63


@pytest.mark.parametrize("exponent", ["2147483648", "-2147483649", "9223372036854775807", "99999999999999999999"])
def test_exponents_of_any_size_take_no_time(exponent: str) -> None:
    assert is_quantity(f"1e{exponent}") == (len(exponent) < 20)


@given(st.integers(0, 10**15), st.sampled_from(["", "k", "M", "Ki", "Mi"]))
def test_a_whole_quantity_is_its_number_of_units(number: int, suffix: str) -> None:
    factor = {"": 1, "k": 10**3, "M": 10**6, "Ki": 2**10, "Mi": 2**20}[suffix]
    quantity = parse_quantity(f"{number}{suffix}")
    assert quantity is not None
    if number * factor < 2**63:
        assert quantity.value == number * factor
