"""Placeholders: what stands for the names of modules that are not installed, and for all that is made of them.

A placeholder is a class, since most of what is imported from such modules are types: it can be annotated with,
subclassed, called, used as a decorator or a context manager, calculated with, and passed around; what comes of it is a
placeholder again. Whatever would need to know what it stands for is FTC218: its truth value, a comparison, a number or
a text made of it. Some questions do not reach the object that they are about, such as `x is None`: user modules ask
those by way of `flytec.load.guard`.

What is taken for granted of a missing module: the names that are asked of it exist, calls of it succeed and leave their
arguments alone, and it declares no tasks, workflows or launch plans.
"""

from __future__ import annotations

import sys
from abc import ABCMeta
from collections.abc import Callable, Iterable, Iterator
from types import FunctionType, ModuleType
from typing import Any, Final

from flytec.authoring.asking import is_reader, is_stand_in
from flytec.authoring.replaced import PlaceholderError, Replaced
from flytec.diagnostics import Location

# What placeholders have in their namespaces; a class of the user's own over one has no spelling.
_SPELLING: Final = "__flytec_spelling__"
_UNION: Final = "__flytec_union__"
_LIBRARY: Final = "__flytec_library__"
_OWNER: Final = "__flytec_replaced__"
_MEMBERS: Final = "__flytec_members__"

# What a program reads of a module or class, of all that Python itself looks up.
_DATA: Final = frozenset({"__author__", "__file__", "__version__", "__version_info__"})
_KNOWN_OF_A_MODULE: Final = frozenset({"__class__", "__dict__", "__name__", "__package__", "__path__", "__spec__"})
_KEPT_IN_A_CLASS: Final[tuple[str, ...]] = ("__module__", "__qualname__", "__doc__", "__classcell__")

_REFUSED: Final = {
    **dict.fromkeys(("__lt__", "__le__", "__gt__", "__ge__"), "compared"),
    **dict.fromkeys(("__iter__", "__next__", "__reversed__", "__len__", "__length_hint__"), "iterated over"),
    **dict.fromkeys(("__int__", "__float__", "__complex__", "__index__", "__round__"), "taken for a number"),
    **dict.fromkeys(("__format__", "__bytes__", "__fspath__"), "taken for a text"),
    **dict.fromkeys(("__reduce__", "__reduce_ex__", "__getstate__"), "pickled or copied"),
    **dict.fromkeys(("__aiter__", "__anext__", "__await__"), "awaited"),
    "__bool__": "taken for true or false",
    "__contains__": "searched",
    "__dir__": "asked for its names",
}
_BINARY: Final = (
    *("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "matmul"),
    *("lshift", "rshift", "and", "xor"),
)
_CALCULATIONS: Final = (
    *("__neg__", "__pos__", "__invert__", "__abs__"),
    *(f"__{side}{name}__" for name in _BINARY for side in ("", "r")),
)


class Placeholder(ABCMeta):
    """The class of placeholders. It is one of `ABCMeta`, for classes that have such a base besides."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **_: Any) -> Placeholder:
        """A class of the user's own over a placeholder, which may change all that the class's body says."""
        first = next(base for base in _ancestors(bases) if type(base) is Placeholder)
        if any(type(base) is not Placeholder and _is_of_flytekit(base) for base in bases):
            raise refusal(first, "a base beside one of flytekit's")
        known = _facts(first)
        kept: dict[str, Any] = {key: namespace[key] for key in _KEPT_IN_A_CLASS if key in namespace}
        return super().__new__(
            mcs, name, bases, {**kept, _OWNER: known[_OWNER], _LIBRARY: known[_LIBRARY], _MEMBERS: {}}
        )

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **_: Any) -> None:
        super().__init__(name, bases, namespace)

    def __getattribute__(cls, name: str) -> Any:
        frame = sys._getframe(1)
        if is_reader(frame):
            return type.__getattribute__(cls, name)
        if is_stand_in(frame):
            raise refusal(cls, "given to flytekit")
        if _is_special(name) and name not in _DATA:
            raise refusal(cls, f"asked for {name}")
        return _member(cls, name)

    def __setattr__(cls, name: str, value: object) -> None:
        if _is_special(name) and is_reader(sys._getframe(1)):
            type.__setattr__(cls, name, value)

    def __delattr__(cls, name: str) -> None:
        pass

    def __call__(cls, *args: Any, **kwargs: Any) -> Placeholder:
        """Another placeholder; FTC218 where the call might make nodes."""
        _refuse_flyte(cls, *args, *kwargs.values())
        for value in (*args, *kwargs.values()):
            if _is_users_function(value, owner_of(cls)):
                owner_of(cls).note_decorated(_facts(cls)[_LIBRARY], spelled(cls), value)
        return _made(f"{spelled(cls)}(...)", cls)

    def __getitem__(cls, key: Any) -> Placeholder:
        arguments = key if type(key) is tuple else (key,)
        return _made(spelled(cls), cls, __origin__=cls, __args__=arguments)

    def __setitem__(cls, key: object, value: object) -> None:
        pass

    def __delitem__(cls, key: object) -> None:
        pass

    def __or__(cls, other: Any) -> Placeholder:
        return _made(f"{spelled(cls)} | ...", cls, **{_UNION: (cls, other)})

    def __ror__(cls, other: Any) -> Placeholder:
        return _made(f"... | {spelled(cls)}", cls, **{_UNION: (other, cls)})

    def __enter__(cls) -> Placeholder:
        _refuse_flyte(cls)
        return _made(f"{spelled(cls)}.__enter__()", cls)

    def __exit__(cls, *_: object) -> None:
        pass

    def __eq__(cls, other: object) -> bool:
        if is_reader(sys._getframe(1)):
            return cls is other
        raise refusal(cls, "compared")

    __hash__ = type.__hash__

    def __repr__(cls) -> str:
        if is_reader(sys._getframe(1)):
            return str(_facts(cls).get(_SPELLING) or type.__repr__(cls))
        raise refusal(cls, "taken for a text")

    def __subclasscheck__(cls, subclass: type) -> bool:
        if is_reader(sys._getframe(1)):
            return type.__subclasscheck__(cls, subclass)
        raise refusal(cls, "taken for the base of a class")

    def __instancecheck__(cls, instance: object) -> bool:
        # Whoever lowers asks by a type that is known: nothing that is there is an instance of it.
        if is_reader(sys._getframe(1)) and type(instance) is not Placeholder:
            return False
        raise refusal(cls, "taken for the class of a value")


def _refusing(how: str) -> Callable[..., Any]:
    def refuse(cls: Placeholder, *_: object) -> Any:
        raise refusal(cls, how)

    return refuse


def _calculating(name: str) -> Callable[..., Any]:
    def calculate(cls: Placeholder, *others: object) -> Placeholder:
        _refuse_flyte(cls, *others)
        return _made(f"{spelled(cls)}.{name}(...)", cls)

    return calculate


for _name, _how in _REFUSED.items():
    setattr(Placeholder, _name, _refusing(_how))
for _name in _CALCULATIONS:
    setattr(Placeholder, _name, _calculating(_name))


class MissingModule(ModuleType):
    """A module that is not installed: its names are placeholders."""

    def __init__(self, name: str, library: str, replaced: Replaced) -> None:
        """`library` is the module that is to be installed, of which this one is a part, or the same."""
        super().__init__(name)
        self.__dict__.update({_LIBRARY: library, _OWNER: replaced})

    def __getattribute__(self, name: str) -> Any:
        if not _is_special(name) or name in _KNOWN_OF_A_MODULE or is_reader(frame := sys._getframe(1)):
            return super().__getattribute__(name)
        owner: Replaced = self.__dict__[_OWNER]
        if not owner.is_users(frame.f_code.co_filename):
            return super().__getattribute__(name)
        if name == "__all__":
            hint = "import the names that are needed, each by itself"
            raise owner.refusal(self.__dict__[_LIBRARY], f"all names of {self.__name__} are imported", hint)
        if name not in _DATA:
            raise _module_refusal(self, f"{self.__name__} is asked for {name}")
        return self._made(name)

    def __getattr__(self, name: str) -> Placeholder:
        if _is_special(name):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self)
        return self._made(name)

    def _made(self, name: str) -> Placeholder:
        text, known = f"{self.__name__}.{name}", self.__dict__
        made: Placeholder = known.setdefault(name, placeholder(text, known[_LIBRARY], known[_OWNER]))
        return made

    def __dir__(self) -> list[str]:
        raise _module_refusal(self, f"{self.__name__} is asked for its names")


def placeholder(text: str, library: str, owner: Replaced, **attributes: Any) -> Placeholder:
    """A new placeholder for what user code spells `text`."""
    module, _, name = text.rpartition(".")
    facts = {
        _SPELLING: text,
        _LIBRARY: library,
        _OWNER: owner,
        _MEMBERS: {},
        "__module__": module,
        "__qualname__": name,
    }
    return ABCMeta.__new__(Placeholder, name, (), {**facts, **attributes})


def refusal(cls: Placeholder, how: str, *, at: Location | None = None) -> PlaceholderError:
    """What to raise where a placeholder is `how`, a participle; it is noted, too. `at` is as in `Replaced.refusal`."""
    return owner_of(cls).refusal(_facts(cls)[_LIBRARY], f"{spelled(cls)} is {how}", at=at)


def owner_of(cls: Placeholder) -> Replaced:
    """The compilation's knowledge that a placeholder belongs to."""
    owner: Replaced = _facts(cls)[_OWNER]
    return owner


def spelled(cls: Placeholder) -> str:
    """How user code spells a placeholder; a class of the user's own by its name."""
    return str(_facts(cls).get(_SPELLING) or type.__getattribute__(cls, "__qualname__"))


def missing_name(value: object) -> str:
    """How user code spells a placeholder; empty for a class of the user's own over one, and for anything else."""
    return str(_facts(value).get(_SPELLING, "")) if type(value) is Placeholder else ""


def union_members(cls: Placeholder) -> tuple[Any, ...]:
    """The two of `X | Y`; none for other placeholders."""
    members: tuple[Any, ...] = _facts(cls).get(_UNION, ())
    return members


def refuse_if_missing(value: object, how: str) -> None:
    """Raises FTC218 where `value` is a placeholder, which is `how` here; a module is none."""
    if type(value) is Placeholder:
        raise refusal(value, how)


def refuse_if_module(value: object, how: str) -> None:
    """Raises FTC218 where `value` is a module that is not installed, which is `how` here."""
    if type(value) is MissingModule:
        raise _module_refusal(value, f"{value.__name__} is {how}")


def _module_refusal(module: MissingModule, what: str) -> PlaceholderError:
    owner: Replaced = module.__dict__[_OWNER]
    return owner.refusal(module.__dict__[_LIBRARY], what)


def _made(text: str, source: Placeholder, **attributes: Any) -> Placeholder:
    """A placeholder for what is made of another one."""
    return placeholder(text, _facts(source)[_LIBRARY], owner_of(source), **attributes)


def _member(cls: Placeholder, name: str) -> Placeholder:
    members: dict[str, Placeholder] = _facts(cls)[_MEMBERS]
    if name not in members:
        members[name] = _made(f"{spelled(cls)}.{name}", cls)
    return members[name]


def _facts(cls: Placeholder) -> Any:
    return type.__getattribute__(cls, "__dict__")


def _ancestors(bases: Iterable[type]) -> Iterator[type]:
    for base in bases:
        yield from type.__getattribute__(base, "__mro__") if type(base) is Placeholder else ()


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _is_users_function(value: object, owner: Replaced) -> bool:
    # No task can be made of a lambda.
    if not isinstance(value, FunctionType) or value.__name__ == "<lambda>":
        return False
    return owner.is_users(value.__code__.co_filename)


def _refuse_flyte(cls: Placeholder, *values: Any) -> None:
    """Refuses what might make nodes or entities, or change them: a use in a body, or with something of flytekit's."""
    from flytec.authoring.calls import current_compilation

    if current_compilation() is not None:
        raise refusal(cls, "used in the body of a workflow")
    for value in values:
        inside = value if type(value) in (list, tuple, set) else value.values() if type(value) is dict else ()
        if any(map(_is_of_flytekit, (value, *inside))):
            raise refusal(cls, "given something of flytekit's")


def _is_of_flytekit(value: object) -> bool:
    """Whether a value is the stand-in's, or is an object of a class over one that is."""
    if type(value) in (Placeholder, MissingModule):
        return False
    kinds = value.__mro__ if isinstance(value, type) else type(value).__mro__
    homes = [kind.__module__ for kind in kinds]
    if isinstance(value, FunctionType):
        homes.append(value.__module__)
    return any(home.startswith("flytec.") for home in homes if isinstance(home, str))
