"""What is known of a cast: yes, no, or that only the server can tell."""

from collections.abc import Iterable
from enum import Enum


class Cast(Enum):
    """Whether one type casts to another; UNKNOWN where the server's answer hangs on code whose rules are not known."""

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"


def cast_of(holds: bool) -> Cast:
    """A cast that is certain either way."""
    return Cast.YES if holds else Cast.NO


def all_of(casts: Iterable[Cast]) -> Cast:
    """The weakest of all: NO as soon as one is."""
    result = Cast.YES
    for cast in casts:
        if cast is Cast.NO:
            return cast
        if cast is Cast.UNKNOWN:
            result = cast
    return result


def any_of(casts: Iterable[Cast]) -> Cast:
    """The strongest of all: YES as soon as one is."""
    result = Cast.NO
    for cast in casts:
        if cast is Cast.YES:
            return cast
        if cast is Cast.UNKNOWN:
            result = cast
    return result


def exactly_one_of(casts: Iterable[Cast]) -> Cast:
    """YES where a single one is and all others are not."""
    certain = possible = 0
    for cast in casts:
        certain += cast is Cast.YES
        possible += cast is not Cast.NO
        if certain > 1:
            return Cast.NO
    if not possible:
        return Cast.NO
    return Cast.YES if certain == possible else Cast.UNKNOWN
