"""What tasks, workflows and launch plans have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from flytec.authoring.recorder import current_recorder
from flytec.authoring.source import caller_location, declaration_location, instantiating_module
from flytec.codes import UNSUPPORTED_SYMBOL
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.authoring.interface import Interface
    from flytec.authoring.node import NodeMetadata
    from flytec.diagnostics import Location


EntityType = TypeVar("EntityType", bound="type[Entity]")


class Callee(Protocol):
    """What a node can run."""

    @property
    def name(self) -> str:
        """The name that the entity is registered under."""

    @property
    def python_interface(self) -> Interface:
        """Inputs and outputs."""

    def construct_node_metadata(self) -> NodeMetadata:
        """The metadata that a node running this entity starts with."""


class Entity:
    """A declared task, workflow or launch plan.

    `location` is the user's line that declared it; `instantiated_in` is the module that was being imported then, which
    with flytekit is part of some names and of command lines. `is_declared` is false of references to what is
    registered already, which are recorded nowhere.
    """

    is_declared = True

    def __init__(self, *, location: Location | None = None) -> None:
        self.locate(location)
        current_recorder().entities.append(self)

    def locate(self, location: Location | None = None) -> None:
        """Notes where the entity is declared; declaring one does this and records it."""
        self.location = location or declaration_location(self)
        self.instantiated_in: str | None = instantiating_module()

    @property
    def name(self) -> str:
        """The name that the entity is registered under."""
        raise NotImplementedError

    @property
    def python_interface(self) -> Interface:
        """Inputs and outputs."""
        raise NotImplementedError

    def construct_node_metadata(self) -> NodeMetadata:
        """The metadata that a node running this entity starts with."""
        raise NotImplementedError

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Makes a node that runs this entity, in the workflow whose body is being compiled."""
        raise NotImplementedError

    def awaited_call(self, **kwargs: Any) -> Any:
        """What `create_node` calls: for tasks of coroutine functions more than a call gives."""
        return self(**kwargs)


class _Absent:
    """An attribute of flytekit's that the stand-in's class does not have: to ask an instance for it is FTC200.

    A descriptor, so that user code which looks for an attribute that neither has fails in its own line.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, entity: Entity | None, kind: type[Entity]) -> _Absent:
        if entity is None:
            return self
        raise user_error(
            UNSUPPORTED_SYMBOL,
            f"{kind.__name__}.{self._name} cannot be compiled: the stand-in does not have it",
            at=caller_location(),
            hint="compile with --frontend flytekit, or do without it",
        )


def lacking(names: str) -> Callable[[EntityType], EntityType]:
    """Decorates a class whose counterpart in flytekit has these attributes besides.

    Without, `hasattr` would send a program another way than under flytekit.
    """

    def decorate(kind: EntityType) -> EntityType:
        for name in names.split():
            setattr(kind, name, _Absent(name))
        return kind

    return decorate


def short_name(name: str) -> str:
    """The last component of a dotted name."""
    return name.rpartition(".")[2]


def shown(value: object) -> str:
    """`value` in a message: by its name where it has one, for a `repr` may hold an address."""
    kind = type(value).__name__
    if isinstance(value, Entity):
        return f"{kind} {value.name}"
    name = getattr(value, "__qualname__", None)
    if isinstance(name, str):
        return f"{kind} {name}"
    text = repr(value)
    return f"an object of {kind}" if " at 0x" in text else text
