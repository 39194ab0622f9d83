"""Kubernetes quantities such as `500m` and `1Gi`, as the server's library parses and rounds them.

Rule: `resource.ParseQuantity` of k8s.io/apimachinery 0.34.
"""

import re
from functools import lru_cache

from flytec.records import dataclass

_FORM = re.compile(
    r"(?P<sign>[+-]?)(?P<zeros>0*)(?P<whole>\d*)(?:\.(?P<part>\d*))?"
    r"(?:(?P<decimal>[numkMGTPE]?)|(?P<binary>[KMGTPE]i)|[eE](?P<exponent>[+-]?\d+))",
    re.ASCII,
)
_DECIMAL = {"n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
_BINARY = {"Ki": 10, "Mi": 20, "Gi": 30, "Ti": 40, "Pi": 50, "Ei": 60}
_MAX = 2**63 - 1
_NANOS = 9
_FAST_DIGITS = 18
"""How many digits of a decimal quantity the library keeps in 64 bits; longer ones overflow in another way."""
_SINGLE_STEPS = (1, 2, 3, 6, 9)
"""The powers of ten that the library multiplies by in one step; what overflows there is cut off, else it is 0."""
_CUT = 160
"""From this power of ten on, the low 64 bits are 0, and fractions are less than a billionth."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a quantity amounts to: `value` in whole units and `milli` in thousandths, each rounded away from zero.

    What does not fit 64 bits comes out as the library has it: as 0, or with its high bits cut off; and of some long
    negative numbers the library rounds up, as it does here.
    """

    value: int
    milli: int


def is_quantity(text: str) -> bool:
    """Whether the server can parse `text` as a quantity."""
    return parse_quantity(text) is not None


@lru_cache(maxsize=1024)
def parse_quantity(text: str) -> Quantity | None:
    """What `text` amounts to, None where it is no quantity."""
    found = _FORM.fullmatch(text) if text else None
    if found is None:
        return None
    sign = -1 if found["sign"] == "-" else 1
    whole, part = found["whole"] or "0", found["part"] or ""
    has_digits = bool(found["zeros"] or found["whole"] or part)
    if found["binary"]:
        return _binary(sign, whole, part, _BINARY[found["binary"]], has_digits)
    exponent = _exponent(found["exponent"]) if found["exponent"] else _DECIMAL[found["decimal"]]
    if exponent is None:
        return None
    scale = exponent - len(part)
    number = sign * int(whole + part)
    if len(whole) + len(part) <= _FAST_DIGITS and scale >= -_NANOS:
        return Quantity(_scaled(number, scale), _scaled(number, scale + 3))
    return _wide(_nanos(number, scale)) if has_digits else None


def _exponent(text: str) -> int | None:
    """A decimal exponent: 64 bits are read, 32 of them are kept."""
    number = int(text) if len(text) <= len(str(_MAX)) + 1 else _MAX + 1
    return (number + 2**31) % 2**32 - 2**31 if -_MAX - 1 <= number <= _MAX else None


def _binary(sign: int, whole: str, part: str, exponent: int, has_digits: bool) -> Quantity | None:
    if not part and 14 - len(whole) - exponent * 3 // 10 >= 0:
        number = sign * int(whole) << exponent
        return Quantity(number, _scaled(number, 3))
    if not has_digits:
        return None
    nanos = -(-int(whole + part) * 2**exponent * 10**_NANOS // 10 ** len(part))
    if nanos >= _MAX * 10**_NANOS:
        return Quantity(sign * _MAX, _wrapped(sign * _MAX * 1000))
    return _wide(sign * nanos)


def _scaled(number: int, scale: int) -> int:
    """`number * 10**scale` of a short quantity, rounded away from zero."""
    if scale < 0:
        size = -(-abs(number) // _power(min(-scale, _FAST_DIGITS + 1)))
        return -size if number < 0 else size
    result = number * _power(min(scale, _CUT))
    if scale in _SINGLE_STEPS:
        return _wrapped(result)
    return result if -_MAX - 1 <= result <= _MAX else 0


def _wide(nanos: int) -> Quantity:
    """A quantity that the library keeps as a decimal of any size."""
    return Quantity(_wide_scaled(nanos, 9), _wide_scaled(nanos, 6))


def _wide_scaled(number: int, digits: int) -> int:
    """`number` without its last digits: rounded up, but for the sign of small negative numbers."""
    if number >= _MAX:
        return _wrapped(-(-number // _power(digits)))
    low = _wrapped(number)
    whole, rest = divmod(abs(low), _power(digits))
    return (-whole if low < 0 else whole) + (1 if rest else 0)


def _nanos(number: int, scale: int) -> int:
    """`number * 10**scale` in billionths, rounded away from zero."""
    shift = scale + _NANOS
    if shift >= 0:
        return number * _power(min(shift, _CUT))
    size = 1 if -shift > len(str(abs(number))) and number else -(-abs(number) // _power(min(-shift, _CUT)))
    return -size if number < 0 else size


def _power(exponent: int) -> int:
    return int(10**exponent)


def _wrapped(number: int) -> int:
    return (number + 2**63) % 2**64 - 2**63
