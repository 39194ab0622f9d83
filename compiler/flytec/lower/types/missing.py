"""Types of modules that are not installed: only the name is known that user code spells."""

import builtins
import datetime
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from flytec.codes import UNSUPPORTED_TYPE
from flytec.lower.literals.kinds import Kind, NotCoveredError
from flytec.lower.types import blobs
from flytec.lower.types.mapped import mapped_kind
from flytec.lower.types.named import NAMED, PLUGGED, TENSORFLOW_MODEL, tensorflow_is_imported
from flytec.lower.types.rows import EXACT, PICKLE

if TYPE_CHECKING:
    from flytec.lower.types.known import Known

_PICKLE: Final = "pickle"
# Models of keras are models of tensorflow where that is imported, which keras does with one of its backends only.
_KERAS: Final = "keras."


def missing_kind(name: str, known: "Known") -> Kind:
    """The row of the type that user code calls `name`.

    Raises: `NotCoveredError` where neither the table nor the settings have it: it is never guessed.
    """
    kind = _in_table(name, known)
    if kind is not None:
        return kind
    if name in known.settings:
        return mapped_kind(name, known.settings[name])
    raise _unknown(name)


def _in_table(name: str, known: "Known") -> Kind | None:
    decisive = class_names().get(name, name)
    if decisive.startswith(f"{_PICKLE} "):
        return replace(PICKLE, type_of=blobs.pickle_of(decisive.removeprefix(f"{_PICKLE} ")))
    if decisive in NAMED:
        kind = NAMED[decisive]
        if kind is TENSORFLOW_MODEL and decisive.startswith(_KERAS) and not tensorflow_is_imported():
            return None
        return kind
    module, _, attribute = decisive.rpartition(".")
    if module in ("builtins", "datetime"):
        return _standing_for(getattr(builtins if module == "builtins" else datetime, attribute))
    plugin, kind = PLUGGED.get(decisive, ("", PICKLE))
    return kind if plugin and plugin in known.plugins else None


def _standing_for(base: type) -> Kind:
    """The row of `base`, for a class that derives from it."""
    kind = EXACT[base]
    return replace(kind, type_of=lambda system, _: kind.type_of(system, base))


def is_alien_to_schemas(name: str) -> bool:
    """Whether a class of this name surely has no part in a JSON schema, as those of mashumaro and pydantic have it.

    Some derive from what the libraries have a schema for, such as `numpy.str_`; and plug-ins' types, often dicts.
    """
    return not class_names().get(name, name).startswith("builtins.") and name not in PLUGGED


def _unknown(name: str) -> NotCoveredError:
    library = name.partition(".")[0]
    plugin, _ = PLUGGED.get(name, ("", None))
    if plugin:
        message = f"{name} is what flytekitplugins.{plugin} makes of it, which is neither imported nor set as a plug-in"
        hint = f"import flytekitplugins.{plugin}, or name {plugin} in plugins of [tool.flytec] if the container has it"
        return NotCoveredError(UNSUPPORTED_TYPE, message, hint)
    message = f"{name} is of {library}, which is not installed, expected a type that is known by name"
    hint = f"say in [tool.flytec.types] what {name} is to Flyte, or install {library}"
    if name.startswith(_KERAS):
        hint = f"import tensorflow too, which its backend is, or {hint}"
    return NotCoveredError(UNSUPPORTED_TYPE, message, hint)


@lru_cache(maxsize=1)
def class_names() -> Mapping[str, str]:
    """Public classes by name: the class that decides, or "pickle" and the class's own name."""
    text = files("flytec.lower.types").joinpath("class_names.txt").read_text("utf-8")
    lines = (line.partition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: decisive for name, _, decisive in lines}
