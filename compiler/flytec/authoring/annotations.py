"""What calls and handlers ask about the types in an interface, any of which may stand for one that is not installed."""

from __future__ import annotations

import types
from typing import Any, Union, get_args, get_origin


def is_no_type(kind: Any) -> bool:
    """Whether an annotation is None, which holds no value."""
    return kind is None or kind is type(None)


def takes_none(kind: Any) -> bool:
    """Whether None is one of the types of a union, or of one in `Annotated`."""
    if get_origin(kind) is not None and hasattr(kind, "__metadata__"):
        kind = get_args(kind)[0]
    return any(member is type(None) for member in get_args(kind))


def is_optional(kind: Any) -> bool:
    """Whether None is among the types that `kind` allows; `Annotated` hides it, as in flytekit."""
    if is_no_type(kind):
        return True
    return get_origin(kind) in (Union, types.UnionType) and any(map(is_optional, get_args(kind)))


def are_equal(one: Any, other: Any) -> bool:
    """Whether two types are one."""
    return bool(one == other)


def label(kind: Any) -> str:
    """How a message names a type."""
    return kind.__name__ if isinstance(kind, type) and not get_args(kind) else str(kind)
