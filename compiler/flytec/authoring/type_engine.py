"""`TypeEngine`: where user code makes Python types known.

Transformers are kept by the recorder and asked while types and values are lowered. What flytekit's own types are is
known to the lowering alone, so the engine answers for these only then: inside the methods of a transformer.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Protocol, TypeVar

from flytec.authoring.mention import MentionedName
from flytec.authoring.placeholders import refuse_if_missing
from flytec.authoring.recorder import current_recorder
from flytec.authoring.source import caller_location
from flytec.authoring.transformers import RestrictedTypeTransformer, TypeTransformer
from flytec.authoring.types.running import only_while_running
from flytec.codes import INVALID_DECLARATION, RUN_AT_COMPILE
from flytec.diagnostics import Location, UserError, user_error
from flytec.records import dataclass

if TYPE_CHECKING:
    from flytec.authoring.models_literals import Literal
    from flytec.authoring.models_types import LiteralType

T = TypeVar("T")


class Engine(Protocol):
    """What a transformer may ask of the lowering that asked it."""

    def literal_type(self, python_type: Any) -> LiteralType:
        """The literal type of any Python type."""

    def literal(self, value: Any, python_type: Any, expected: LiteralType) -> Literal:
        """The literal of a value of any Python type."""

    def built_in_type(self, tag: str, python_type: Any) -> LiteralType:
        """The literal type that flytekit's own transformer of this name makes."""

    def built_in_literal(self, tag: str, value: Any, python_type: Any, expected: LiteralType) -> Literal:
        """The literal that flytekit's own transformer of this name makes."""


_engine: ContextVar[Engine] = ContextVar("flytec_type_engine")


@contextmanager
def answering(engine: Engine) -> Iterator[None]:
    """Makes `engine` the one that answers transformers, in this context only."""
    token = _engine.set(engine)
    try:
        yield
    finally:
        _engine.reset(token)


def current_engine(what: str) -> Engine:
    """The engine that answers; FTC209 naming `what` outside of a transformer's methods."""
    engine = _engine.get(None)
    if engine is None:
        raise only_while_running(what)
    return engine


@dataclass(frozen=True, slots=True)
class Registration:
    """A type and its transformer; `weak` gives way to a type that is known, `strong` takes its place.

    `declared` says how many entities were there before it: they know nothing of it.
    """

    python_type: Any
    transformer: TypeTransformer[Any]
    declared: int
    location: Location | None
    weak: bool = False
    strong: bool = False


class _Delegate(TypeTransformer[Any]):
    """The transformer of a type that the user has not registered."""

    def __init__(self, python_type: Any) -> None:
        super().__init__(f"the transformer of {python_type}", python_type, enable_type_assertions=False)

    def get_literal_type(self, t: Any) -> LiteralType:
        """The engine's answer."""
        return TypeEngine.to_literal_type(t)

    def to_literal(self, ctx: Any, python_val: Any, python_type: Any, expected: LiteralType) -> Literal:
        """The engine's answer."""
        return TypeEngine.to_literal(ctx, python_val, python_type, expected)


class _EngineType(type):
    """Whatever else flytekit's engine has is for running tasks."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)

        def unavailable(*_: Any, **__: Any) -> NoReturn:
            raise only_while_running(f"TypeEngine.{name}()")

        return unavailable


class TypeEngine(Generic[T], metaclass=_EngineType):
    """Where transformers are registered."""

    __module__ = "flytekit.core.type_engine"

    @classmethod
    def register(cls, transformer: TypeTransformer[Any], additional_types: list[Any] | None = None) -> None:
        """Makes a type known, and others that travel in the same way.

        Raises: FTC201 where the user has registered one of them already.
        """
        known = current_recorder().transformers
        for python_type in (transformer.python_type, *(additional_types or ())):
            if python_type in known:
                raise user_error(
                    INVALID_DECLARATION,
                    f"a transformer {transformer.name!r} is registered for {_label(python_type)}, "
                    f"which {known[python_type].transformer.name!r} has already",
                    at=caller_location(),
                    hint="register one of them",
                )
            cls._add(python_type, transformer)

    @classmethod
    def register_restricted_type(cls, name: str, type: Any) -> None:  # noqa: A002
        """Makes a type one that may not be an input or output."""
        cls.register(RestrictedTypeTransformer(name, type))

    @classmethod
    def register_additional_type(
        cls, transformer: TypeTransformer[Any], additional_type: Any, override: bool = False
    ) -> None:
        """Makes one more type known; one that is known already stays as it is, unless `override` says otherwise."""
        if override or additional_type not in current_recorder().transformers:
            cls._add(additional_type, transformer, weak=not override, strong=override)

    @classmethod
    def get_transformer(cls, python_type: Any) -> TypeTransformer[Any]:
        """The transformer of a type."""
        found = current_recorder().transformers.get(python_type)
        return _Delegate(python_type) if found is None else found.transformer

    @classmethod
    def to_literal_type(cls, python_type: Any) -> LiteralType:
        """The literal type of any type; inside a transformer's methods only."""
        return current_engine("TypeEngine.to_literal_type()").literal_type(python_type)

    @classmethod
    def to_literal(cls, ctx: Any, python_val: Any, python_type: Any, expected: LiteralType) -> Literal:  # noqa: ARG003
        """The literal of a value of any type; inside a transformer's methods only."""
        return current_engine("TypeEngine.to_literal()").literal(python_val, python_type, expected)

    @classmethod
    async def async_to_literal(cls, ctx: Any, python_val: Any, python_type: Any, expected: LiteralType) -> Literal:
        """`to_literal`, awaited."""
        return cls.to_literal(ctx, python_val, python_type, expected)

    @classmethod
    def _add(
        cls, python_type: Any, transformer: TypeTransformer[Any], *, weak: bool = False, strong: bool = False
    ) -> None:
        # The table of types goes by what a class is; by which names a class is known, nobody can tell.
        refuse_if_missing(python_type, "registered with a transformer")
        recorder = current_recorder()
        recorder.transformers[python_type] = Registration(
            python_type, transformer, len(recorder.entities), caller_location(), weak, strong
        )


class CompilingContext(MentionedName):
    """The context that transformers get: there is none before a task runs."""

    def _used(self, how: str) -> UserError:
        return user_error(
            RUN_AT_COMPILE,
            f"the context of a transformer is {how} while compiling, expected only in a running task",
            at=caller_location(),
            hint="leave values of this type to tasks: make them in the body of one",
        )


def _label(python_type: Any) -> str:
    return python_type.__qualname__ if isinstance(python_type, type) else str(python_type)
