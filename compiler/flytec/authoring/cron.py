"""Which cron expressions flytekit takes: five fields, or six and seven with seconds and years.

The grammar is the part of croniter's that has one reading: numbers, names, `*`, `?`, ranges, steps, lists, the last day
`L` and the n-th weekday `#`. Randomized fields (`H`, `R`) and nearest weekdays (`W`) are refused.
"""

from __future__ import annotations

import re

from flytec.records import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ITEM = re.compile(r"(?P<low>\*|[a-z]+|\d+)(?:-(?P<high>[a-z]+|\d+))?(?:/(?P<step>\d+))?", re.ASCII)
_NTH_WEEKDAY = re.compile(r"(?:(?P<day>[a-z]+|\d+)#(?P<nth>\d+)|l(?P<last>\d+))", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    low: int
    high: int
    words: tuple[str, ...] = ()
    first_word: int = 0

    def number(self, text: str) -> int:
        """The value of a number or name; raises `ValueError` with what is wrong."""
        if text in self.words:
            return self.words.index(text) + self.first_word
        if not text.isdigit():
            raise ValueError(f"{text!r} is no {self.name}")
        if not self.low <= int(text) <= self.high:
            raise ValueError(f"{self.name} {text} is not between {self.low} and {self.high}")
        return int(text)


_FIELDS = (
    _Field("minute", 0, 59),
    _Field("hour", 0, 23),
    _Field("day", 1, 31),
    _Field("month", 1, 12, _MONTHS, 1),
    _Field("weekday", 0, 7, _WEEKDAYS),
    _Field("second", 0, 59),
    _Field("year", 1970, 2099),
)
_DAY, _MONTH, _WEEKDAY = 2, 3, 4


def explain_cron_error(expression: str) -> str | None:
    """Why `expression` is no cron expression, `None` where it is one."""
    texts = expression.lower().split()
    if not 5 <= len(texts) <= 7:
        return f"it has {len(texts)} fields, expected 5"
    try:
        values = [_values(index, text) for index, text in enumerate(texts)]
    except ValueError as error:
        return str(error)
    days, months = values[_DAY], values[_MONTH]
    if days and months and not values[_WEEKDAY] and min(days) > max(_DAYS_OF_MONTH[month - 1] for month in months):
        return f"no such month has a day {min(days)}"
    return None


def _values(index: int, text: str) -> set[int]:
    """The values that a field names; empty where it does not restrict."""
    if text == "?" and index in (_DAY, _WEEKDAY):
        return set()
    values: set[int] = set()
    for item in text.split(","):
        values |= _item_values(index, item)
    return values


def _item_values(index: int, item: str) -> set[int]:
    field = _FIELDS[index]
    if item == "*":
        return set()
    if index == _DAY and item == "l":
        return {_DAYS_OF_MONTH[1] - 1}
    if index == _WEEKDAY and (nth := _NTH_WEEKDAY.fullmatch(item)):
        return {_nth_weekday(field, nth)}
    match = _ITEM.fullmatch(item)
    if match is None:
        raise ValueError(f"{item!r} is no {field.name}")
    step = 1 if match["step"] is None else int(match["step"])
    if step < 1:
        raise ValueError(f"the step of {item!r} is 0")
    if match["low"] == "*":
        low, high = field.low, field.high
    else:
        low = field.number(match["low"])
        high = field.number(match["high"]) if match["high"] else (field.high if match["step"] else low)
    if low > high:
        raise ValueError(f"the range {item!r} is empty")
    return set(range(low, high + 1, step))


def _nth_weekday(field: _Field, match: re.Match[str]) -> int:
    if match["last"] is not None:
        return field.number(match["last"])
    if not 1 <= int(match["nth"]) <= 5:
        raise ValueError(f"a month has no weekday number {match['nth']}")
    return field.number(match["day"])
