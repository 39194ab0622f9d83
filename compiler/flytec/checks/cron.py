"""The cron expressions that the server's scheduler takes, and whether one of them ever fires.

Rule: `cron.ParseStandard` of the fork of robfig/cron v3 that flyteadmin is built with. It knows five fields, aliases
that begin with `@`, and a time zone in front; neither flytekit's aliases without `@` nor croniter's extensions.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from flytec.records import dataclass

ALIASES = frozenset({"@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"})
_FLYTEKIT_ALIASES: Mapping[str, str] = {
    "hourly": "@hourly",
    "hours": "@hourly",
    "@hours": "@hourly",
    "daily": "@daily",
    "days": "@daily",
    "@days": "@daily",
    "weekly": "@weekly",
    "weeks": "@weekly",
    "@weeks": "@weekly",
    "monthly": "@monthly",
    "months": "@monthly",
    "@months": "@monthly",
    "annually": "@annually",
    "@annually": "@annually",
    "yearly": "@yearly",
    "years": "@yearly",
    "@years": "@yearly",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SPACE = "\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_FIELD = re.compile(rf"[^{_SPACE}]+")
_PREFIXES = ("TZ=", "CRON_TZ=")
_EVERY = "@every "
_INTEGER = re.compile(r"\+?0*\d{1,18}|-0+", re.ASCII)
_DURATION = re.compile(r"[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)", re.ASCII)
_DURATION_PART = re.compile(r"(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)", re.ASCII)
_UNITS: Mapping[str, int] = {
    "ns": 1,
    "us": 10**3,
    "µs": 10**3,
    "μs": 10**3,
    "ms": 10**6,
    "s": 10**9,
    "m": 60 * 10**9,
    "h": 3600 * 10**9,
}
_MAX_DURATION = 2**63 - 1


@dataclass(frozen=True, slots=True)
class CronFault:
    """Why an expression is none: `message` completes `... is no cron expression: `, `hint` says what to write."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    low: int
    high: int
    words: tuple[str, ...] = ()
    first_word: int = 0

    def number(self, text: str) -> int:
        """The value of a number or name; raises `ValueError` with what is wrong."""
        word = text.lower()
        if word in self.words:
            return self.words.index(word) + self.first_word
        if not _INTEGER.fullmatch(text):
            raise ValueError(f"{text!r} is no {self.name}, expected {self.expected}")
        return int(text)

    @property
    def expected(self) -> str:
        """Which values there are, in words."""
        if self is _STEP:
            return "a whole number of 1 or more"
        return f"{self.low} to {self.high}" + (f" or {self.words[0]} to {self.words[-1]}" if self.words else "")


_FIELDS = (
    _Field("minute", 0, 59),
    _Field("hour", 0, 23),
    _Field("day of the month", 1, 31),
    _Field("month", 1, 12, _MONTHS, 1),
    _Field("weekday", 0, 6, _WEEKDAYS),
)
_DAY, _MONTH, _WEEKDAY = 2, 3, 4
_STEP = _Field("step", 1, 10**18)


@lru_cache(maxsize=256)
def cron_fault(expression: str) -> CronFault | None:
    """Why the server refuses `expression` as a schedule, None where it takes it."""
    text = expression
    if text.startswith(_PREFIXES):
        zone, space, text = text.partition("=")[2].partition(" ")
        if not space:
            return CronFault("nothing stands behind the time zone, expected a space and five fields")
        if not _is_zone(zone):
            return CronFault(f"{zone!r} is no time zone", "Name a zone of the IANA database, such as Europe/Berlin.")
        text = text.strip(_trimmed())
    if text.startswith("@"):
        return _alias_fault(text)
    fields = _FIELD.findall(text)
    if len(fields) != len(_FIELDS):
        return _count_fault(text, fields)
    try:
        for field, part in zip(_FIELDS, fields, strict=True):
            _values(field, part)
    except ValueError as error:
        return CronFault(str(error), _field_hint(fields))
    return None


def never_fires(expression: str) -> bool:
    """Whether an expression that the server takes names no time that there is, such as the 31st of February."""
    if cron_fault(expression) or not expression:
        return False
    text = expression
    if text.startswith(_PREFIXES):
        text = text.partition(" ")[2].strip(_trimmed())
    if text.startswith("@"):
        return False
    parts = _FIELD.findall(text)
    values = [_values(field, part) for field, part in zip(_FIELDS, parts, strict=True)]
    if not all(values[:_DAY]) or not values[_MONTH]:
        return True
    possible = any(day <= _LONGEST[month - 1] for month in values[_MONTH] for day in values[_DAY])
    # With both restricted, the scheduler fires where either fits; else where both do.
    either = not _is_star(parts[_DAY]) and not _is_star(parts[_WEEKDAY])
    weekdays = bool(values[_WEEKDAY])
    return not (possible or weekdays) if either else not (possible and weekdays)


def _alias_fault(text: str) -> CronFault | None:
    if text in ALIASES:
        return None
    if text.startswith(_EVERY):
        duration = text[len(_EVERY) :]
        if _is_duration(duration):
            return None
        return CronFault(f"{duration!r} is no duration", "Write the duration as 1h30m, with the units ms, s, m and h.")
    return CronFault(f"{text!r} is no alias", _alias_hint(text.strip()))


def _alias_hint(text: str) -> str:
    meant = _FLYTEKIT_ALIASES.get(text.lower(), text.lower())
    return (
        f"Write {meant}." if meant in ALIASES else "Write five fields, @every with a duration, or @hourly and the like."
    )


def _count_fault(text: str, fields: list[str]) -> CronFault:
    meant = _FLYTEKIT_ALIASES.get(text.strip().lower())
    if meant:
        return CronFault("flytekit's alias is none of the server's", f"Write {meant}.")
    if text.strip().lower().startswith(("cron(", "rate(")):
        return CronFault("it is an expression of AWS", "Write minute, hour, day of the month, month and weekday alone.")
    count = "1 field" if len(fields) == 1 else f"{len(fields)} fields"
    return CronFault(
        f"it has {count}, expected 5", "Write minute, hour, day of the month, month and weekday, and nothing else."
    )


def _field_hint(fields: list[str]) -> str:
    weekday = fields[_WEEKDAY]
    if re.search(r"(?<!\d)7(?!\d)", weekday):
        return "Write 0 for Sunday; a range that ends on it is a list, such as 5,6,0."
    if any(sign in "".join(fields[_DAY:]) for sign in "L#W"):
        return "Use numbers, names, lists, ranges and steps only; the server knows no L, W or #."
    return ""


def _values(field: _Field, text: str) -> frozenset[int]:
    """The values that a field names; raises `ValueError` with what is wrong. A field of commas only names none."""
    return frozenset().union(*(_item_values(field, item) for item in text.split(",") if item))


def _item_values(field: _Field, item: str) -> frozenset[int]:
    span, *steps = item.split("/")
    ends = span.split("-")
    if ends[0] in ("*", "?"):  # what a hyphen behind the star says is not read
        low, high = field.low, field.high
    elif len(ends) > 2:
        raise ValueError(f"{item!r} has more than one hyphen")
    else:
        low = field.number(ends[0])
        high = field.number(ends[-1]) if len(ends) == 2 or not steps else field.high
    if len(steps) > 1:
        raise ValueError(f"{item!r} has more than one slash")
    step = _STEP.number(steps[0]) if steps else 1
    if steps and len(ends) == 1:
        high = field.high
    for number in (low, high):
        if not field.low <= number <= field.high:
            raise ValueError(f"{field.name} {number} does not exist, expected {field.expected}")
    if low > high:
        raise ValueError(f"the range {item!r} ends before it begins")
    if step < 1:
        raise ValueError(f"the step of {item!r} is {step}, expected 1 or more")
    return frozenset(range(low, high + 1, step))


def _is_star(text: str) -> bool:
    """Whether the scheduler takes a field for unrestricted: one of its items is a star, with no step above 1."""
    return any(
        item.split("/")[0].split("-")[0] in ("*", "?") and ("/" not in item or int(item.split("/")[1]) == 1)
        for item in text.split(",")
        if item
    )


def _is_duration(text: str) -> bool:
    """Whether Go's `time.ParseDuration` takes it."""
    if not _DURATION.fullmatch(text):
        return False
    total = 0
    for whole, part, unit in _DURATION_PART.findall(text):
        total += int(f"{whole or 0}{part}") * _UNITS[unit] // 10 ** len(part)
    return total <= _MAX_DURATION + text.startswith("-")


def _is_zone(name: str) -> bool:
    """Whether the server can load it: a name of the IANA database, by its exact letters, or one of Go's own."""
    return name in ("", "UTC", "Local") or name in _zones()


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())


@lru_cache(maxsize=1)
def _trimmed() -> str:
    return "".join(chr(code) for code in range(0x3001) if re.fullmatch(f"[{_SPACE}]", chr(code)))
