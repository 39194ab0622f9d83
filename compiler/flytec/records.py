"""`dataclass` of the standard library, for classes that nearly every run makes and few runs use.

The standard library writes source text for each method of each class and compiles it while the module loads: for a
hundred classes that takes as long as a small compilation. Here all classes share their methods, but for the one that
is compiled for speed, `__init__`: it is compiled when it is first asked for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, repr=True, frozen=False, slots=False, kw_only=False):  # noqa: A002
        """As `dataclasses.dataclass`, with those of its parameters that are used here.

        `fields`, `replace` and the like take such a class. Its own `__init__` is always made; no field is an `InitVar`.
        """

        def made(declared: type) -> type:
            result = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(declared)
            result.__compared__ = _key_of(result)
            methods = {"__init__": _Init(result, frozen), "__eq__": _Shared.__eq__}
            methods |= {"__repr__": _Shared.__repr__} if repr else {}
            methods |= {name: getattr(_Shared, name) for name in _FROZEN} if frozen else {"__hash__": None}
            for name, method in methods.items():
                if vars(declared).get(name) is None:  # __hash__ is, where the class has an __eq__ of its own
                    setattr(result, name, method)
            return result

        return made if cls is None else made(cls)


_FROZEN = ("__hash__", "__setattr__", "__delattr__", "__getstate__", "__setstate__")


class _Shared:
    """The methods that classes take over from here; a class that inherited them could not choose."""

    __compared__: Callable[[object], object]

    @recursive_repr()
    def __repr__(self) -> str:
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in _fields(self) if field.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __eq__(self, other: object) -> bool:
        key = type(self).__compared__
        return key(self) == key(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(type(self).__compared__(self))

    def __setattr__(self, name: str, _value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> Sequence[object]:
        return [getattr(self, field.name) for field in _fields(self)]

    def __setstate__(self, state: Sequence[object]) -> None:
        for field, value in zip(_fields(self), state, strict=True):
            object.__setattr__(self, field.name, value)


def _fields(record: Any) -> tuple[dataclasses.Field[object], ...]:
    return dataclasses.fields(record)


def _key_of(cls: Any) -> Callable[[object], object]:
    """What gives the part of an object that counts when it is compared."""
    names = [field.name for field in _fields(cls) if field.compare]
    return attrgetter(*names) if names else lambda _: ()


class _Factory:
    """The default of a parameter whose value is made for each instance."""

    def __repr__(self) -> str:
        return "<factory>"


class _Init:
    """Stands for an `__init__` until it is asked for."""

    def __init__(self, owner: Any, frozen: bool) -> None:
        self._owner = owner
        self._frozen = frozen

    def __get__(self, instance: object, _owner: type | None = None) -> Any:
        method = _compiled_init(self._owner, self._frozen)
        self._owner.__init__ = method
        return method if instance is None else method.__get__(instance)


def _compiled_init(cls: Any, frozen: bool) -> Callable[..., None]:
    names: dict[str, Any] = {"_set": object.__setattr__, "_FACTORY": _Factory()}
    positional, keywords, body = list[str](), list[str](), list[str]()
    for field in _fields(cls):
        name, default = field.name, field.default
        value, suffix = name, ""
        if default is not MISSING:
            names[f"_default_{name}"] = default
            value, suffix = name if field.init else f"_default_{name}", f"=_default_{name}"
        elif field.default_factory is not MISSING:
            names[f"_new_{name}"] = field.default_factory
            new = f"_new_{name}()"
            value, suffix = f"{new} if {name} is _FACTORY else {name}" if field.init else new, "=_FACTORY"
        elif not field.init:
            continue  # for __post_init__ to set
        if field.init:
            (keywords if field.kw_only else positional).append(name + suffix)
        body.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ", ".join(["self", *positional, *(["*", *keywords] if keywords else [])])
    exec(f"def __init__({parameters}):\n  " + "\n  ".join(body or ["pass"]), names)
    method: Callable[..., None] = names["__init__"]
    method.__qualname__ = f"{cls.__qualname__}.__init__"
    method.__annotations__ = {field.name: field.type for field in _fields(cls) if field.init} | {"return": None}
    return method
