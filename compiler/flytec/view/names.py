"""Names of enum values, durations and other single facts, as text."""

from collections.abc import Iterable, Mapping

from flytec.ir import ours, pb

_SECOND = 1_000_000_000
_UNITS = (("d", 86_400 * _SECOND), ("h", 3_600 * _SECOND), ("m", 60 * _SECOND))


def enum_name(message: pb.Message, field: str) -> str:
    """The name of the value that an enum field has; its number where a later flyteidl has given it a name."""
    number = getattr(message, field)
    kind = message.DESCRIPTOR.fields_by_name[field].enum_type
    value = kind.values_by_number.get(number) if kind else None
    return value.name if value else str(number)


def duration_text(duration: pb.Duration) -> str:
    """A duration such as `1d2h30m`, `90.5s` as `1m30.5s`; `0s` for none."""
    rest = duration.seconds * _SECOND + duration.nanos
    sign, rest = ("-", -rest) if rest < 0 else ("", rest)
    text = ""
    for unit, size in _UNITS:
        count, rest = divmod(rest, size)
        text += f"{count}{unit}" if count else ""
    if rest or not text:
        seconds, nanos = divmod(rest, _SECOND)
        fraction = f".{nanos:09d}".rstrip("0") if nanos else ""
        text += f"{seconds}{fraction}s"
    return sign + text


def pairs(values: Mapping[str, str]) -> list[ours.InspectedPair]:
    """The entries of a map, by name; the wire form keeps no order."""
    return [ours.InspectedPair(name=name, value=values[name]) for name in sorted(values)]


def listed_pairs(values: Iterable[tuple[str, str]]) -> list[ours.InspectedPair]:
    """The entries of a list, in its order."""
    return [ours.InspectedPair(name=name, value=value) for name, value in values]


def identifier(message: pb.Identifier) -> ours.Identifier:
    """A flyteidl identifier in the form of our own messages."""
    return ours.Identifier(project=message.project, domain=message.domain, name=message.name, version=message.version)
