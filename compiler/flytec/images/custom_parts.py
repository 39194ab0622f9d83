"""The images in what plug-ins tell the server (`TaskTemplate.custom`): JSON, whose meaning hangs on the task's type.

One table, a row a type of task.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flytec.ir import pb

Rename = Callable[[str], str]

_USUAL = frozenset({"image"})
_SPARK = frozenset(f"spark.kubernetes.{part}container.image" for part in ("", "driver.", "executor."))

# The keys that hold images, in whichever object they stand; one with a point may be told by the object around it too.
# The messages are those of flyteidl.plugins, where a type has one there.
_KEYS: Mapping[str, frozenset[str]] = {
    "dask": _USUAL,
    "pytorch": _USUAL,
    "mpi": _USUAL,
    "tensorflow": _USUAL,
    "ray": _USUAL,
    "spark": _USUAL | _SPARK,
    "databricks": _USUAL | _SPARK | {"docker_image.url"},
    "perian_task": _USUAL,
}


def rename_in_custom(task_type: str, custom: pb.Struct, rename: Rename) -> None:
    """Gives the images in it other names; of a type of task that is not known nothing changes."""
    keys = _KEYS.get(task_type)
    if keys is not None:
        _walk(custom, "", lambda name, around: name in keys or f"{around}.{name}" in keys, rename)


def unknown_images(task_type: str, custom: pb.Struct) -> tuple[str, ...]:
    """What looks like images in the part of a type of task that is not known, each once."""
    found: dict[str, None] = {}

    def note(text: str) -> str:
        found.setdefault(text)
        return text

    if task_type not in _KEYS:
        _walk(custom, "", lambda name, _: name.lower().endswith("image"), note)
    return tuple(found)


def _walk(part: pb.Struct, around: str, holds_image: Callable[[str, str], bool], rename: Rename) -> None:
    for name, value in part.fields.items():
        if value.WhichOneof("kind") == "string_value":
            if value.string_value and holds_image(name, around):
                value.string_value = rename(value.string_value)
        else:
            _walk_value(value, name, holds_image, rename)


def _walk_value(value: Any, name: str, holds_image: Callable[[str, str], bool], rename: Rename) -> None:
    match value.WhichOneof("kind"):
        case "struct_value":
            _walk(value.struct_value, name, holds_image, rename)
        case "list_value":
            for row in value.list_value.values:
                _walk_value(row, name, holds_image, rename)
        case _:
            pass
