"""`TypeTransformer` and its like: how the user says what a Python type is to Flyte."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_origin

if TYPE_CHECKING:
    from flytec.authoring.models_literals import Literal
    from flytec.authoring.models_types import LiteralType

T = TypeVar("T")


class TypeTransformerFailedError(TypeError, AssertionError, ValueError):
    """A value or literal does not fit; flytekit's exception, for user code to raise and to catch."""

    __module__ = "flytekit.core.type_engine"


class RestrictedTypeError(Exception):
    """A type that may not be an input or output."""

    __module__ = "flytekit.core.type_engine"


class TypeTransformer(Generic[T]):
    """How a Python type travels: its literal type, and the literals of its values."""

    __module__ = "flytekit.core.type_engine"

    def __init__(self, name: str, t: Any, enable_type_assertions: bool = True) -> None:
        self._t = t
        self._name = name
        self._type_assertions_enabled = enable_type_assertions

    @property
    def name(self) -> str:
        """What a union writes into the structure of a variant of this type."""
        return self._name

    @property
    def python_type(self) -> Any:
        """The type that it is registered for."""
        return self._t

    @property
    def is_async(self) -> bool:
        """Whether `async_to_literal` makes the literals."""
        return False

    @property
    def type_assertions_enabled(self) -> bool:
        """Whether `assert_type` is asked before a literal is made."""
        return self._type_assertions_enabled

    def isinstance_generic(self, obj: Any, generic_alias: Any) -> None:
        """Raises where `obj` is not of the generic's origin."""
        origin: Any = get_origin(generic_alias)
        if not isinstance(obj, origin):
            raise TypeTransformerFailedError(f"{obj!r} is a {type(obj).__name__}, expected {origin.__name__}")

    def assert_type(self, t: Any, v: Any) -> None:
        """Raises where `v` is no `t`; a generic of `typing` is not looked into, as in flytekit."""
        if type(t).__name__ == "GenericAlias":
            self.isinstance_generic(v, t)
        elif not hasattr(t, "__origin__") and not isinstance(v, t):
            raise TypeTransformerFailedError(f"{v!r} is a {type(v).__name__}, expected {t.__name__}")

    def get_literal_type(self, t: Any) -> LiteralType:
        """The literal type of `t`; the user's to write."""
        raise NotImplementedError(f"{type(self).__name__} has no get_literal_type")

    def to_literal(self, ctx: Any, python_val: Any, python_type: Any, expected: LiteralType) -> Literal:
        """The literal of a value; the user's to write."""
        raise NotImplementedError(f"{type(self).__name__} has no to_literal")

    def to_python_value(self, ctx: Any, lv: Literal, expected_python_type: Any) -> Any:
        """The value of a literal; for running tasks."""
        raise NotImplementedError(f"{type(self).__name__} has no to_python_value")

    def guess_python_type(self, literal_type: LiteralType) -> Any:  # noqa: ARG002
        """The type of a literal type; for running tasks."""
        raise ValueError(f"{type(self).__name__} has no guess_python_type")

    def __repr__(self) -> str:
        return f"{self._name} Transforms ({self._t}) to Flyte native"


class AsyncTypeTransformer(TypeTransformer[T]):
    """A transformer that waits for what it does."""

    __module__ = "flytekit.core.type_engine"

    @property
    def is_async(self) -> bool:
        """True."""
        return True

    async def async_to_literal(self, ctx: Any, python_val: Any, python_type: Any, expected: LiteralType) -> Literal:
        """The literal of a value; the user's to write."""
        raise NotImplementedError(f"{type(self).__name__} has no async_to_literal")

    async def async_to_python_value(self, ctx: Any, lv: Literal, expected_python_type: Any) -> Any:
        """The value of a literal; for running tasks."""
        raise NotImplementedError(f"{type(self).__name__} has no async_to_python_value")


class SimpleTransformer(TypeTransformer[T]):
    """A transformer made of one literal type and two functions."""

    __module__ = "flytekit.core.type_engine"

    def __init__(
        self,
        name: str,
        t: Any,
        lt: LiteralType,
        to_literal_transformer: Callable[[Any], Literal],
        from_literal_transformer: Callable[[Literal], Any],
    ) -> None:
        super().__init__(name, t)
        self._lt = lt
        self._to_literal_transformer = to_literal_transformer
        self._from_literal_transformer = from_literal_transformer

    @property
    def base_type(self) -> Any:
        """The type that it is registered for."""
        return self._t

    def get_literal_type(self, t: Any = None) -> LiteralType:  # noqa: ARG002
        """The one type, whatever `t`."""
        return self._lt

    def to_literal(self, ctx: Any, python_val: Any, python_type: Any, expected: LiteralType) -> Literal:  # noqa: ARG002
        """What the function makes of a value of the very type."""
        if type(python_val) is not self._t:
            raise TypeTransformerFailedError(
                f"{python_val!r} is a {type(python_val).__name__}, expected {self._t.__name__}"
            )
        return self._to_literal_transformer(python_val)


class RestrictedTypeTransformer(TypeTransformer[T]):
    """For types that may not be inputs or outputs."""

    __module__ = "flytekit.core.type_engine"

    def get_literal_type(self, t: Any = None) -> LiteralType:  # noqa: ARG002
        """Raises: there is none."""
        raise RestrictedTypeError(f"{self._t.__name__} may not be an input or output")
