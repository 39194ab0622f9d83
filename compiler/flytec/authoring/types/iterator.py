"""`JSON` and the iterators that stream it.

The aliases are spelled as flytekit spells them: `Dict` and `dict` are different types to `==`, and to `str`.
"""

from collections.abc import Iterator
from typing import Any, Dict, List, TypeAlias, Union  # noqa: UP035

JSONCollection: TypeAlias = Union[Dict[str, Any], List[Any]]  # noqa: UP006, UP007
JSONScalar: TypeAlias = Union[bool, float, int, str]  # noqa: UP007
JSON: TypeAlias = Union[JSONCollection, JSONScalar]  # noqa: UP007


class JSONIterator(Iterator[Any]):
    """Reads JSON values from a file of lines, as a type only."""

    __module__ = "flytekit.types.iterator.json_iterator"

    def __next__(self) -> Any:
        raise StopIteration


class FlyteIterator:
    """Reads the literals of a collection one by one, as a type only."""

    __module__ = "flytekit.types.iterator.iterator"
