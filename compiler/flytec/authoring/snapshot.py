"""Values as they are at the moment: what a call binds does not change with the user's objects afterwards."""

from __future__ import annotations

import copy
import datetime
import enum
from typing import Any

from flytec.authoring.promise import Promise, VoidPromise

# Most values are of these very classes; instances of classes that derive from them cannot change either.
_COMMONEST = frozenset((Promise, str, int, float, bool))
_IMMUTABLE = (bool, bytes, datetime.date, datetime.timedelta, enum.Enum, float, int, str, type, type(None))


def snapshot(value: Any) -> Any:
    """A copy of `value` down to the promises in it; an object that cannot be copied is given as it is.

    flytekit makes literals of values when an entity is called. Here they are made later, when the program may have
    changed a list that it passed.
    """
    if type(value) in _COMMONEST:
        return value
    match value:
        case Promise() | VoidPromise():
            return value
        case list() if type(value) is list:
            return [snapshot(item) for item in value]
        case dict() if type(value) is dict:
            return {key: snapshot(item) for key, item in value.items()}
        case _ if isinstance(value, _IMMUTABLE):
            return value
        case _:
            return _copied(value)


def _copied(value: Any) -> Any:
    try:
        return copy.deepcopy(value)
    except Exception:  # a user's class may refuse in its own way
        return value
