"""Writes the table of Kubernetes' models from the installed `kubernetes` package: `make tables`.

A line is a model: its name, then a field each, `attribute type`, with "?" behind the type of one that may be left out.
Where the JSON name is not the attribute in camel case, "=NAME" says it; "@NAME" is the attribute that pydantic knows.
`[T]` is a list of T, `{T}` a dict of it, `A|B` either.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from importlib.metadata import version
from inspect import getsource
from pathlib import Path
from typing import Any, Union, get_args, get_origin

TARGET = Path(__file__).parent.parent / "compiler/flytec/authoring/kubernetes_models.txt"
_PLAIN = {str: "str", int: "int", bool: "bool", float: "float", bytes: "bytes", datetime: "datetime", Any: "any"}


def table() -> str:
    """The text of the table."""
    rows = (f"{name}: {'; '.join(_fields(model))}" for name, model in sorted(_models().items()))
    return "\n".join((f"# kubernetes {version('kubernetes')}, written by make tables", *rows, ""))


def _models() -> dict[str, Any]:
    """The models `V1...` and what they hold, but for those that check a value by a pattern or hold their own kind."""
    package = import_module("kubernetes.client.models")
    names = [name for name in dir(package) if re.match(r"V1[A-Z]", name)]
    found: dict[str, Any] = {}
    while names:
        name = names.pop()
        if name not in found:
            found[name] = getattr(package, name)
            names += {each for field in found[name].model_fields.values() for each in _referred(field.annotation)}
    checked = {
        name for name, model in found.items() if "@field_validator" in getsource(model) or _refers(model, {name})
    }
    while more := {name for name, model in found.items() if name not in checked and _refers(model, checked)}:
        checked |= more
    return {name: model for name, model in found.items() if name not in checked}


def _refers(model: Any, names: set[str]) -> bool:
    return any(each in names for field in model.model_fields.values() for each in _referred(field.annotation))


def _referred(annotation: Any) -> Iterator[str]:
    if hasattr(annotation, "model_fields"):
        yield annotation.__name__
    for each in get_args(annotation):
        yield from _referred(each)


def _fields(model: Any) -> Iterator[str]:
    attributes = {json: attribute for attribute, json in model.attribute_map.items()}
    for name, field in model.model_fields.items():
        json = field.serialization_alias or name
        attribute = attributes[json]
        spelled = attribute + (f"@{name}" if name != attribute else "")
        spelled += f"={json}" if json != camel(attribute) else ""
        yield f"{spelled} {_type(field.annotation)}{'' if field.is_required() else '?'}"


def camel(attribute: str) -> str:
    """`read_only` as `readOnly`."""
    first, *rest = attribute.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def _type(annotation: Any) -> str:
    if hasattr(annotation, "__metadata__"):
        return _type(annotation.__origin__)
    origin = get_origin(annotation)
    if origin is list:
        return f"[{_type(get_args(annotation)[0])}]"
    if origin is dict:
        return f"{{{_type(get_args(annotation)[1])}}}"
    if origin is Union or type(annotation).__name__ == "UnionType":
        return "|".join(_type(each) for each in get_args(annotation) if each is not type(None))
    plain = _PLAIN.get(annotation)
    return annotation.__name__ if plain is None else plain


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
