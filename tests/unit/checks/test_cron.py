"""The cron grammar of the server's scheduler."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flytec.checks.cron import CronFault, cron_fault, never_fires

CASES = Path(__file__).parents[2] / "control_plane"
FIELDS = "Write minute, hour, day of the month, month and weekday, and nothing else."
FIVE = "Write minute, hour, day of the month, month and weekday alone."
ALIASES = "Write five fields, @every with a duration, or @hourly and the like."
SUNDAY = "Write 0 for Sunday; a range that ends on it is a list, such as 5,6,0."
PLAIN = "Use numbers, names, lists, ranges and steps only; the server knows no L, W or #."
ZONE = "Name a zone of the IANA database, such as Europe/Berlin."


@pytest.mark.parametrize("file", ["cron.jsonl", "libraries/cron.jsonl"])
def test_every_recorded_verdict(file: str) -> None:
    rows = [json.loads(row) for row in (CASES / file).read_text().splitlines()]
    assert [[text, cron_fault(text) is None] for text, _ in rows] == rows


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        ("daily", "flytekit's alias is none of the server's", "Write @daily."),
        ("hours", "flytekit's alias is none of the server's", "Write @hourly."),
        ("@Daily", "'@Daily' is no alias", "Write @daily."),
        ("@hourly ", "'@hourly ' is no alias", "Write @hourly."),
        ("@days", "'@days' is no alias", "Write @daily."),
        ("@reboot", "'@reboot' is no alias", ALIASES),
        ("@every 1d", "'1d' is no duration", "Write the duration as 1h30m, with the units ms, s, m and h."),
        ("5 * * *", "it has 4 fields, expected 5", FIELDS),
        ("5 * * * * *", "it has 6 fields, expected 5", FIELDS),
        ("sometimes", "it has 1 field, expected 5", FIELDS),
        ("cron(0 12 * * ? *)", "it is an expression of AWS", FIVE),
        ("0 0 * * 7", "weekday 7 does not exist, expected 0 to 6 or sun to sat", SUNDAY),
        ("0 0 L * *", "'L' is no day of the month, expected 1 to 31", PLAIN),
        ("0 0 * * 5#2", "'5#2' is no weekday, expected 0 to 6 or sun to sat", PLAIN),
        ("60 * * * *", "minute 60 does not exist, expected 0 to 59", ""),
        ("* * * 0 *", "month 0 does not exist, expected 1 to 12 or jan to dec", ""),
        ("0 0 * january *", "'january' is no month, expected 1 to 12 or jan to dec", ""),
        ("5-1 * * * *", "the range '5-1' ends before it begins", ""),
        ("1-2-3 * * * *", "'1-2-3' has more than one hyphen", ""),
        ("1/2/3 * * * *", "'1/2/3' has more than one slash", ""),
        ("*/0 * * * *", "the step of '*/0' is 0, expected 1 or more", ""),
        ("*/-1 * * * *", "'-1' is no step, expected a whole number of 1 or more", ""),
        ("CRON_TZ=Nowhere/X 0 5 * * *", "'Nowhere/X' is no time zone", ZONE),
        ("TZ=UTC", "nothing stands behind the time zone, expected a space and five fields", ""),
    ],
)  # fmt: skip
def test_messages(expression: str, message: str, hint: str) -> None:
    assert cron_fault(expression) == CronFault(message, hint)


@pytest.mark.parametrize(
    "expression",
    [
        "0 0 31 2 *",
        "0 0 30 feb ?",
        "0 0 31 2,4,6,9,11 *",
        ", * * * *",
        "0 0 , * *",
        "TZ=UTC 0 0 31 4 *",
        "0 0 31 4 */1",
    ],
)
def test_times_that_never_come(expression: str) -> None:
    assert cron_fault(expression) is None
    assert never_fires(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "0 0 29 2 *",
        "0 0 31 2 1",
        "0 0 , * 1",
        "0 0 31 2 */2",
        "0 0 30,31 1 *",
        "@daily",
        "@every 1s",
        "TZ=UTC @hourly",
        "",
        "no",
        "* * * * *",
    ],
)
def test_times_that_come_or_are_none(expression: str) -> None:
    assert not never_fires(expression)


@given(st.text("0123456789*?/-,@ LW#TZ=UCjanmo\t", max_size=30))
def test_any_text_has_an_answer(text: str) -> None:
    assert cron_fault(text) is None or not never_fires(text)
