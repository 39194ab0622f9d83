"""What stands in the metadata of `Annotated[...]`, and the columns of a dataset.

These classes have no class-level annotations on purpose: the metadata of a dataset that has some is read as columns.
"""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class HashMethod(Generic[T]):
    """Says how the hash of a literal is made from its Python value."""

    __module__ = "flytekit.core.hash"

    def __init__(self, function: Callable[[T], str]) -> None:
        self._function = function

    def calculate(self, obj: T) -> str:
        """The hash of `obj`, by the user's function."""
        return self._function(obj)


class FlyteAnnotation:
    """Free data that a literal type carries as its annotation."""

    __module__ = "flytekit.core.annotation"

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data

    @property
    def data(self) -> dict[str, Any]:
        """The data as given."""
        return self._data


class BatchSize:
    """How many files of a directory travel at a time; the running task's concern."""

    __module__ = "flytekit.core.type_engine"

    def __init__(self, val: int) -> None:
        self._val = val

    @property
    def val(self) -> int:
        """The number as given."""
        return self._val


def kwtypes(**kwargs: Any) -> "OrderedDict[str, Any]":
    """Names to types, in the order of the call: the columns of a dataset, the inputs of a task without a function."""
    return OrderedDict(kwargs)
