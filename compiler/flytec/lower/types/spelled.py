"""Recognizes types of modules that are not installed."""

from typing import Any, Final

MARK: Final = "__flytec_missing__"
"""The attribute of a class that stands for such a type: the dotted name, as user code spells it."""


def missing_name(value: Any) -> str:
    """The dotted name of a type whose module is not installed, as user code spells it; empty for anything else.

    A class of the user's own that derives from such a type is none.
    """
    name = vars(value).get(MARK, "") if isinstance(value, type) else ""
    return name if isinstance(name, str) else ""
