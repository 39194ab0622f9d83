"""What a union is, to flytekit."""

import types
from typing import Union, get_args

from flytec.lower.literals.kinds import PythonType, origin_of


def is_union(python_type: PythonType) -> bool:
    """Whether `python_type` is `Union[...]`, `Optional[...]` or `X | Y`; not so inside `Annotated`."""
    return python_type is Union or origin_of(python_type) is Union or isinstance(python_type, types.UnionType)


def is_optional(python_type: PythonType) -> bool:
    """Whether `python_type` is a union with None in it."""
    return is_union(python_type) and any(variant is type(None) for variant in get_args(python_type))
