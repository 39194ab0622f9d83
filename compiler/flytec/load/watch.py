"""What user modules ask of their surroundings while they load: environment variables, chance, and the clock.

A value that differs from run to run and ends up in the output is most often a mistake. Reads of the environment and
draws from chance are noted with the user's line. The clock cannot be watched without putting something in the place of
`datetime`, which would change what types mean; so it is noted when the session began and ended, and whether any module
names a function that tells the time.
"""

from __future__ import annotations

import _collections_abc
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field
from enum import Enum
from functools import wraps
from types import CodeType, FrameType
from typing import Any, TypeVar

from flytec.diagnostics import Location
from flytec.records import dataclass

F = TypeVar("F", bound=Any)

_CHANCE = {
    "random": (
        *("random", "uniform", "randint", "randrange", "getrandbits", "randbytes", "choice", "choices", "sample"),
        *("triangular", "gauss", "normalvariate", "betavariate", "expovariate", "gammavariate", "lognormvariate"),
    ),
    "secrets": ("token_bytes", "token_hex", "token_urlsafe", "randbelow", "randbits", "choice"),
    "uuid": ("uuid1", "uuid4"),
}
# A module that draws a whole data set does not put it into the output.
_NOTES_A_LINE = 100
_NOTES_AT_MOST = 500
_TELLS_TIME = frozenset(
    ("now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "strftime", "ctime", "monotonic")
)
# What stands between the user's line and what it asks for: for a traceback, no code of flytec's that might have failed.
_BETWEEN = "<watched>"
_PASSES_ON = frozenset(
    (_BETWEEN, __file__, os.__file__, "<frozen os>", _collections_abc.__file__, "<frozen _collections_abc>")
)


class Surrounding(Enum):
    """Where a value came from."""

    ENVIRONMENT = "environment"
    CHANCE = "chance"


@dataclass(frozen=True, slots=True)
class Noted:
    """A value that user code was given: `what` says by which call, as the subject of a sentence."""

    surrounding: Surrounding
    what: str
    value: Any
    location: Location


@dataclass(slots=True)
class Watch:
    """What was noted, and from when to when, in seconds since the epoch."""

    is_users: Callable[[str], bool]
    notes: list[Noted] = field(default_factory=list)
    began: float = 0.0
    ended: float = 0.0
    names_the_clock: bool = False
    _counts: Counter[Location] = field(default_factory=Counter)
    _active: bool = False
    _seeded: bool = False

    def look_at(self, code: CodeType) -> None:
        """Notes whether the code of a user's module names what tells the time."""
        pending = [code]
        while pending and not self.names_the_clock:
            current = pending.pop()
            self.names_the_clock = not _TELLS_TIME.isdisjoint(current.co_names)
            pending += [inner for inner in current.co_consts if type(inner) is CodeType]

    def note(self, surrounding: Surrounding, what: str, value: Any) -> None:
        """Notes a value, where it is the user's own code that asked for it."""
        if not self._active or (place := self._users_place()) is None:
            return
        self._counts[place] += 1
        if self._counts[place] <= _NOTES_A_LINE and len(self.notes) < _NOTES_AT_MOST:
            self.notes.append(Noted(surrounding, what, value, place))

    def _users_place(self) -> Location | None:
        frame: FrameType | None = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename in _PASSES_ON:
            frame = frame.f_back
        if frame is None or not self.is_users(frame.f_code.co_filename):
            return None
        return Location(frame.f_code.co_filename, frame.f_lineno)


@contextmanager
def watching(is_users: Callable[[str], bool]) -> Iterator[Watch]:
    """Watches until the end of the block; what modules still hold of it afterwards passes everything on."""
    watch = Watch(is_users, began=time.time())
    with _environment_watched(watch), _chance_watched(watch):
        watch._active = True
        try:
            yield watch
        finally:
            watch._active = False
            watch.ended = time.time()


@contextmanager
def _environment_watched(watch: Watch) -> Iterator[None]:
    environment = os.environ
    kind = type(environment)

    class Watched(kind):  # type: ignore[misc, valid-type]
        """The same mapping; `os.getenv` and `get` come through here too."""

        def __getitem__(self, name: str) -> str:
            value: str = super().__getitem__(name)
            watch.note(Surrounding.ENVIRONMENT, f"environment variable {name}", value)
            return value

        def __contains__(self, name: object) -> bool:
            try:
                super().__getitem__(name)
            except KeyError:
                return False
            return True

    _in_between(Watched.__getitem__)
    _in_between(Watched.__contains__)
    Watched.__name__, Watched.__qualname__, Watched.__module__ = kind.__name__, kind.__qualname__, kind.__module__
    environment.__class__ = Watched
    try:
        yield
    finally:
        environment.__class__ = kind


@contextmanager
def _chance_watched(watch: Watch) -> Iterator[None]:
    """Only modules that are loaded: flytec's own settings have loaded them all."""
    replaced: list[tuple[Any, str, Any, Any]] = []
    for module_name, names in _CHANCE.items():
        module = sys.modules.get(module_name)
        for name in names if module is not None else ():
            original = getattr(module, name, None)
            if callable(original):
                ours = _noting(watch, f"{module_name}.{name}", original)
                replaced.append((module, name, original, ours))
    if (random := sys.modules.get("random")) is not None:
        replaced.append((random, "seed", random.seed, _noting_the_seed(watch, random.seed)))
    for module, name, _, ours in replaced:
        setattr(module, name, ours)
    try:
        yield
    finally:
        for module, name, original, ours in replaced:
            if getattr(module, name, None) is ours:
                setattr(module, name, original)


def _noting(watch: Watch, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def call(*args: Any, **kwargs: Any) -> Any:
        value = original(*args, **kwargs)
        if not (watch._seeded and name.startswith("random.")):
            watch.note(Surrounding.CHANCE, f"{name}()", value)
        return value

    return _in_between(call)


def _noting_the_seed(watch: Watch, original: Callable[..., None]) -> Callable[..., None]:
    @wraps(original)
    def seed(a: Any = None, *args: Any, **kwargs: Any) -> None:
        original(a, *args, **kwargs)
        if watch._active:
            watch._seeded = a is not None

    return _in_between(seed)


def _in_between(function: F) -> F:
    function.__code__ = function.__code__.replace(co_filename=_BETWEEN)
    return function
