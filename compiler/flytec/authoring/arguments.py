"""Arguments of a wrong kind, refused where the user passes them: a message has no room for them later on."""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Mapping
from types import FunctionType, GenericAlias
from typing import Any, TypeAlias, TypeVar, cast, get_args

from flytec.authoring.placeholders import Placeholder, refusal
from flytec.authoring.promise import Promise
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error

Kind: TypeAlias = type | GenericAlias | range
"""A class, a range of whole numbers, or a list or dict of kinds; an int may stand for a bool."""

Taker = TypeVar("Taker", bound="Callable[..., Any]")

UINT32 = range(2**32)
INT32 = range(-(2**31), 2**31)
FUNCTION: Any = Callable
_INT64 = range(-(2**63), 2**63)

# The classes whose values pass without a look at them, for kinds that say more than a class.
_PASSING: Mapping[Any, tuple[type, ...]] = {str: (), FUNCTION: (FunctionType,)}

_WORDS: Mapping[Any, str] = {
    str: "text",
    bool: "True or False",
    int: "a whole number",
    FUNCTION: "a function",
    dict: "a dict",
}


def takes(where: str, *required: str, **kinds: Kind | tuple[Kind, ...]) -> Callable[[Taker], Taker]:
    """Decorates a function or class of flytekit's, here called `where`; a tuple of kinds means any of them.

    An argument that is given and is not of its kind is FTC201; `None` stands for one that is not given, except for the
    `required`. Promises are left to who refuses them.
    """
    alternatives = {name: kind if isinstance(kind, tuple) else (kind,) for name, kind in kinds.items()}
    refuse_another = _refuser(where, alternatives, required)
    # Most arguments are of one of these very classes, which settles it.
    passing = {name: _passing(each) for name, each in alternatives.items()}
    for name in passing.keys() - set(required):
        passing[name].add(type(None))

    def decorate(taker: Taker) -> Taker:
        function: Any = cast(Any, taker).__init__ if isinstance(taker, type) else taker
        names = function.__code__.co_varnames[: function.__code__.co_argcount]

        @functools.wraps(function)
        def checked(*args: Any, **kwargs: Any) -> Any:
            for name, value in (*zip(names, args, strict=False), *kwargs.items()):
                kind = type(value)
                if kind is Placeholder:
                    raise refusal(value, f"the {name.lstrip('_')} of {where}")
                if name in passing and kind not in passing[name]:
                    refuse_another(name, value)
            return function(*args, **kwargs)

        if not isinstance(taker, type):
            return cast(Taker, checked)
        cast(Any, taker).__init__ = checked
        return taker

    return decorate


def _refuser(
    where: str, alternatives: Mapping[str, tuple[Kind, ...]], required: Container[str]
) -> Callable[[str, Any], None]:
    """What refuses an argument that is of none of its kinds; the tests are made once."""
    tests = {name: tuple(map(_test_of, each)) for name, each in alternatives.items()}

    def refuse_another(name: str, value: Any) -> None:
        if (value is None and name not in required) or isinstance(value, Promise):
            return
        if not any(test(value) for test in tests[name]):
            raise _refused(where, name, value, alternatives[name])

    return refuse_another


def check(where: str, name: str, value: object, *kinds: Kind) -> None:
    """FTC201 unless `value`, the argument `name` of `where`, is of one of the kinds."""
    if not any(_test_of(kind)(value) for kind in kinds):
        raise _refused(where, name, value, kinds)


def _refused(where: str, name: str, value: object, kinds: tuple[Kind, ...]) -> UserError:
    message = f"{name} of {where} is {_shown(value)}, expected {' or '.join(map(_words, kinds))}"
    return user_error(INVALID_DECLARATION, message, at=caller_location())


def _passing(kinds: tuple[Kind, ...]) -> set[Any]:
    """The classes whose very instances are of one of the kinds, whatever their values are."""
    return {
        row
        for kind in kinds
        for row in _PASSING.get(kind, () if get_args(kind) or isinstance(kind, range) else (kind,))
    }


def _test_of(kind: Any) -> Callable[[Any], bool]:
    """What tells whether a value is of a kind; made once, since every task that is declared asks it."""
    if kind is str:
        return lambda value: isinstance(value, str) and _is_unicode(value)
    if kind is bool:
        return lambda value: isinstance(value, int) and value in _INT64
    if isinstance(kind, range):
        return lambda value: isinstance(value, int) and not isinstance(value, bool) and value in kind
    parts = [_test_of(part) for part in get_args(kind)]
    match parts:
        case []:
            return lambda value: isinstance(value, kind)
        case [item]:
            return lambda value: isinstance(value, (list, tuple)) and all(map(item, value))
        case _:
            key, content = parts
            return lambda value: (
                isinstance(value, Mapping) and all(map(key, value)) and all(map(content, value.values()))
            )


def _is_unicode(text: str) -> bool:
    """Whether a message can hold the text: lone surrogates have no UTF-8."""
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


def _words(kind: Any) -> str:
    parts = get_args(kind)
    if isinstance(kind, range):
        return f"a whole number from {kind.start} to {kind.stop - 1}"
    if parts:
        return f"a {kind.__origin__.__name__} of {' to '.join(map(_words, parts))}"
    return _WORDS.get(kind, kind.__name__)


def _shown(value: Any) -> str:
    """The value itself where it is one that a person writes, else its class: a `repr` may hold an address."""
    plain = isinstance(value, (str, int, float, bytes, list, tuple, dict, type(None))) and " at 0x" not in repr(value)
    text = repr(value) if plain else f"an object of {type(value).__name__}"
    return text if len(text) <= 80 else f"{text[:80]} ..."
