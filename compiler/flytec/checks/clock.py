"""Whether a value is a time between two moments: that of the compilation, which a module has asked the clock for."""

import re
import struct
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone

from flytec.checks.walk import Leaf
from flytec.ir import pb
from flytec.records import dataclass

_SLACK_SECONDS = 1.0
_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{3}(?:\d{3})?)?(?:[+-]\d\d:\d\d)?")
_EPOCH = re.compile(r"(?<![\w.])(\d{10})(\d{3}|\d{6}|\d{9})?(?:\.\d+)?(?![\w.])")
_UNITS = (1, 10**3, 10**6, 10**9)
_SHORTEST_NEEDLE = 3


@dataclass(frozen=True, slots=True)
class Clock:
    """The time that went by, in seconds since the epoch; `offset` is what local time adds to that.

    A time without a zone may be either, so both are looked for. A mere day is told only where no source has it written
    down, which `is_written` knows.
    """

    began: float
    ended: float
    offset: float
    is_written: Callable[[str], bool]

    @classmethod
    def between(cls, began: float, ended: float, is_written: Callable[[str], bool]) -> "Clock":
        """The clock of a compilation, in the time zone of this machine."""
        shift = datetime.fromtimestamp(began, timezone.utc).astimezone().utcoffset() or timedelta()
        return cls(began - _SLACK_SECONDS, ended + _SLACK_SECONDS, shift.total_seconds(), is_written)

    def told(self, leaf: Leaf) -> bool:
        """Whether the value of a field is the time."""
        match leaf.owner, leaf.value:
            case _, bool():
                return False
            case pb.Timestamp(), int() if leaf.name == "seconds":
                return self._is_now(leaf.value) or self._is_today(leaf.value)
            case pb.Primitive() | pb.Value(), int() | float():
                return any(self._is_now(leaf.value / unit) for unit in _UNITS)
            case _, str():
                return self._is_in(leaf.value)
            case _:
                return False

    def pattern(self) -> re.Pattern[bytes]:
        """What the bytes of a message have that may hold such a time: its upper digits, in each form."""
        spans = [(self.began + shift, self.ended + shift) for shift in {0.0, self.offset}]
        needles = {upper for span in spans for unit in _UNITS for upper in _uppers(span[0] * unit, span[1] * unit)}
        days = [form.encode() for day in self._days() for form in (day.isoformat(), day.strftime("%Y%m%d"))]
        midnights = (int(_midnight(day) - shift) for day in self._days() for shift in {0.0, self.offset})
        return re.compile(b"|".join(map(re.escape, sorted({*needles, *days, *map(varint, midnights)}))))

    def _is_now(self, seconds: float) -> bool:
        return any(self.began <= seconds - shift <= self.ended for shift in {0.0, self.offset})

    def _is_today(self, seconds: float) -> bool:
        return any(
            seconds == _midnight(day) - shift
            for day in self._days()
            for shift in {0.0, self.offset}
            if not self._has_written(day)
        )

    def _is_in(self, text: str) -> bool:
        if any(self._is_now(moment.timestamp()) for moment in _moments(text)):
            return True
        epochs = (int(found[1] + (found[2] or "")) / 10 ** len(found[2] or "") for found in _EPOCH.finditer(text))
        if any(self._is_now(seconds) for seconds in epochs):
            return True
        return any(
            form in text
            for day in self._days()
            for form in (day.isoformat(), day.strftime("%Y%m%d"))
            if not self._has_written(day)
        )

    def _days(self) -> set[date]:
        shifts = {0.0, self.offset}
        return {
            datetime.fromtimestamp(moment + shift, timezone.utc).date()
            for moment in (self.began, self.ended)
            for shift in shifts
        }

    def _has_written(self, day: date) -> bool:
        forms = (day.isoformat(), day.strftime("%Y%m%d"), f"{day.year}, {day.month}, {day.day}")
        return any(self.is_written(form) for form in forms)


def varint(value: int) -> bytes:
    """A number as protobuf writes it: seven bits a byte, the lowest first."""
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _uppers(began: float, ended: float) -> Iterator[bytes]:
    """What all numbers between two have in common, or those of either half: as an integer, a double, and digits."""
    low, high = int(began), int(ended)
    shift = 0
    while (high >> shift) - (low >> shift) > 1:
        shift += 7
    length = len(str(low)) - len(str(high - low)) - 1
    for number in (low, high):
        yield varint(number >> shift)
        yield struct.pack("<d", number)[4:]
        yield str(number)[: max(length, _SHORTEST_NEEDLE)].encode()


def _midnight(day: date) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc).timestamp()


def _moments(text: str) -> Iterator[datetime]:
    for found in _ISO_TIME.finditer(text):
        try:
            moment = datetime.fromisoformat(found[0])
        except ValueError:
            continue
        yield moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
