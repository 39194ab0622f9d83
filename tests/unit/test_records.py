"""`flytec.records.dataclass` against the standard library's, on the same declarations."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable, Iterator
from dataclasses import field
from typing import Any, ClassVar

import pytest

from flytec.records import dataclass


class Seen:
    """What a field holds that is no part of a class's own comparison."""


def point(decorator: Callable[..., Any]) -> type:
    @decorator(frozen=True, slots=True)
    class Point:
        """Two numbers."""

        unit: ClassVar[str] = "m"
        x: int
        y: int = 2

        def moved(self) -> Any:
            return dataclasses.replace(self, x=self.x + 1)

    return Point


def keyword_only(decorator: Callable[..., Any]) -> type:
    @decorator(frozen=True, slots=True, kw_only=True)
    class Named:
        """Filled in by name."""

        x: int
        rows: list[int] = field(default_factory=list)
        seen: object = field(default_factory=Seen, compare=False, repr=False)
        made: list[int] = field(init=False, default_factory=list)
        always: int = field(init=False, default=7)

    return Named


def mutable(decorator: Callable[..., Any]) -> type:
    @decorator(slots=True)
    class Mutable:
        """Made ready after the fields."""

        x: int
        twice: int = field(init=False)

        def __post_init__(self) -> None:
            self.twice = 2 * self.x

    return Mutable


def unslotted(decorator: Callable[..., Any]) -> type:
    @decorator
    class Unslotted:
        """Without arguments to the decorator."""

        x: int = 1

        def __repr__(self) -> str:
            return "my own"

    return Unslotted


def derived(decorator: Callable[..., Any]) -> type:
    @decorator(frozen=True, slots=True)
    class Derived(point(decorator)):  # type: ignore[misc]
        """One number more."""

        z: int = 3

    return Derived


def own_equality(decorator: Callable[..., Any]) -> type:
    @decorator(frozen=True, repr=False)
    class Own:
        """Equal where the number's sign is another one."""

        x: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own) and abs(self.x) == abs(other.x)

    return Own


DECLARATIONS = (point, keyword_only, mutable, unslotted, derived, own_equality)
CALLS: tuple[tuple[tuple[int, ...], dict[str, Any]], ...] = (
    ((), {}),
    ((1,), {}),
    ((1, 5), {}),
    ((1, 5, 6), {}),
    ((), {"x": 1}),
    ((), {"x": 1, "rows": [3], "seen": 4}),
    ((), {"x": 1, "made": []}),
    ((), {"nothing": 1}),
)


def behaviour(cls: Any) -> Iterator[object]:
    """What a class and its instances do, as values that can be compared."""
    yield (
        str(inspect.signature(cls)),
        cls.__doc__,
        cls.__qualname__,
        getattr(cls, "__slots__", None),
        cls.__match_args__,
    )
    yield [(row.name, row.type, row.init, row.kw_only) for row in dataclasses.fields(cls)]
    for args, kwargs in CALLS:
        yield outcome(lambda args=args, kwargs=kwargs: values(cls(*args, **kwargs)))
    one, same, other = (cls(x=number) for number in (1, 1, -1))
    yield outcome(lambda: one == same), outcome(lambda: one == other), one != object()
    yield outcome(lambda: len({one, same, other}))
    yield outcome(lambda: setattr(one, "x", 4)), outcome(lambda: delattr(other, "x")), values(one)
    yield values(dataclasses.replace(same)) if cls.__name__ != "Named" else None
    yield values(copy.copy(same))


def outcome(call: Callable[[], object]) -> object:
    """What a call gives, or which error it raises."""
    try:
        return call()
    except (TypeError, AttributeError) as error:
        if isinstance(error, dataclasses.FrozenInstanceError):
            return "frozen"
        return type(error), str(error)


def values(one: Any) -> object:
    shown = repr(one) if " object at " not in repr(one) else "plain"
    return shown, [getattr(one, row.name, None) for row in dataclasses.fields(one) if row.compare]


@pytest.mark.parametrize("declare", DECLARATIONS, ids=lambda declare: declare.__name__)
def test_a_class_behaves_as_that_of_the_standard_library(declare: Callable[..., Any]) -> None:
    assert list(behaviour(declare(dataclass))) == list(behaviour(declare(dataclasses.dataclass)))


@dataclass(frozen=True, slots=True)
class Sent:
    """Goes through pickle, which wants a class of a module."""

    x: int
    rows: list[int] = field(default_factory=list)


def test_a_frozen_class_goes_through_pickle() -> None:
    assert pickle.loads(pickle.dumps(Sent(3, [4]))) == Sent(3, [4])


def test_a_repr_that_holds_itself_comes_to_an_end() -> None:
    row: Any = mutable(dataclass)(1)
    row.x = row
    assert repr(row).endswith("Mutable(x=..., twice=2)")


def test_an_init_is_compiled_when_it_is_first_asked_for() -> None:
    cls = point(dataclass)
    assert not inspect.isfunction(vars(cls)["__init__"])
    cls(1)
    assert inspect.isfunction(vars(cls)["__init__"])
