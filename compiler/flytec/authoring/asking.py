"""Who asks something about a placeholder: some look at types for themselves, all others decide by the answer."""

from __future__ import annotations

from types import FrameType
from typing import Final

# Whose code looks at annotations, fields and base classes without deciding for the user's by them.
_READERS: Final = frozenset(
    {"abc", "dataclasses", "flytec", "importlib", "mashumaro", "pydantic", "typing", "typing_extensions"}
)
# What stands for flytekit would take a placeholder for whatever else it takes; but for where it looks at types.
_STAND_IN: Final = ("flytec.authoring.", "flytec.plugins.")
_LOOKS_AT_TYPES: Final = frozenset(
    f"flytec.authoring.{name}" for name in ("annotations", "arguments", "interface", "placeholders", "signature")
)
# Whose code looks at them for its caller, and functions of the readers that do.
_MESSENGERS: Final = frozenset({"collections", "inspect"})
_ANSWERS: Final = frozenset({"asdict", "fields", "get_args", "get_origin", "is_dataclass", "is_typeddict"})


def is_reader(frame: FrameType) -> bool:
    """Whether code in this frame looks at types on its own account."""
    module = _asker(frame)
    return module.partition(".")[0] in _READERS and not _stands_in(module)


def is_stand_in(frame: FrameType) -> bool:
    """Whether the code in this frame is what stands for flytekit, and takes something of the user's."""
    return _stands_in(_asker(frame))


def _stands_in(module: str) -> bool:
    return module.startswith(_STAND_IN) and module not in _LOOKS_AT_TYPES


def _asker(frame: FrameType) -> str:
    """The module of the code that asks, in this frame or by way of it."""
    module, function = str(frame.f_globals.get("__name__")), frame.f_code.co_name
    top = module.partition(".")[0]
    passes_on = top in _MESSENGERS or function == "__subclasshook__" or (top in _READERS and function in _ANSWERS)
    return _asker(frame.f_back) if passes_on and frame.f_back is not None else module
