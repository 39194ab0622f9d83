"""flytekit's own transformers, for the user's to derive from and to ask for help."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar, get_args, get_origin

from flytec.authoring.models_literals import Literal
from flytec.authoring.models_types import LiteralType
from flytec.authoring.transformers import TypeTransformer
from flytec.authoring.type_engine import current_engine

T = TypeVar("T")


class _BuiltIn(TypeTransformer[T]):
    """One of flytekit's own, to derive from or to ask for help."""

    _TAG: ClassVar[str]
    _TYPE: ClassVar[Any]

    def __init__(self) -> None:
        super().__init__(self._TAG, self._TYPE, enable_type_assertions=False)

    def get_literal_type(self, t: Any) -> LiteralType:
        """What flytekit makes of `t`; asked inside a transformer's methods only."""
        return current_engine(f"{type(self).__name__}.get_literal_type()").built_in_type(self._TAG, t)

    def to_literal(self, ctx: Any, python_val: Any, python_type: Any, expected: LiteralType) -> Literal:  # noqa: ARG002
        """What flytekit makes of the value; asked inside a transformer's methods only."""
        engine = current_engine(f"{type(self).__name__}.to_literal()")
        return engine.built_in_literal(self._TAG, python_val, python_type, expected)


class DataclassTransformer(_BuiltIn[Any]):
    """Of dataclasses."""

    _TAG, _TYPE = "Object-Dataclass-Transformer", object


class EnumTransformer(_BuiltIn[Any]):
    """Of enums."""

    _TAG, _TYPE = "DefaultEnumTransformer", object


class ListTransformer(_BuiltIn[Any]):
    """Of lists."""

    _TAG, _TYPE = "Typed List", list

    @staticmethod
    def get_sub_type(t: Any) -> Any:
        """What is in the list."""
        found = ListTransformer.get_sub_type_or_none(t)
        if found is None:
            raise ValueError(f"{t} does not say what is in it, expected list[T]")
        return found

    @staticmethod
    def get_sub_type_or_none(t: Any) -> Any:
        """What is in the list, None where it does not say."""
        if hasattr(t, "__metadata__"):
            return ListTransformer.get_sub_type(get_args(t)[0])
        return get_args(t)[0] if get_origin(t) is list and get_args(t) else None


class DictTransformer(_BuiltIn[Any]):
    """Of dicts."""

    _TAG, _TYPE = "Typed Dict", dict

    @staticmethod
    def extract_types(t: Any) -> tuple[Any, Any]:
        """The types of keys and values, None where it does not say."""
        inner = get_args(t)[0] if hasattr(t, "__metadata__") else t
        return get_args(inner) if get_origin(inner) is dict and get_args(inner) else (None, None)


class StructuredDatasetTransformer(_BuiltIn[Any]):
    """Of dataframes."""

    _TAG, _TYPE = "StructuredDataset Transformer", object


class UnionTransformer(_BuiltIn[Any]):
    """Of unions."""

    _TAG, _TYPE = "Typed Union", object

    @staticmethod
    def is_optional_type(t: Any) -> bool:
        """Whether None is a variant of the union `t`."""
        return getattr(get_origin(t), "__name__", "") in ("Union", "UnionType") and type(None) in get_args(t)

    @staticmethod
    def get_sub_type_in_optional(t: Any) -> Any:
        """The first variant."""
        return get_args(t)[0]
