"""The models of Kubernetes' Python client, which pod templates are made of, where that client is not installed.

Each is a pydantic model with the attributes, types and JSON names of the real one, from the table in
`kubernetes_models.txt`, which `make tables` writes. `V1PodSpec` and the like take keyword arguments, refuse what is
unknown, missing or of another type, and give `to_dict()` and `from_dict()`, as those of the client do.
"""

from __future__ import annotations

import pprint
from collections.abc import Mapping
from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final, Optional, Union

from pydantic import (
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    create_model,
    model_validator,
)
from typing_extensions import Self

from flytec.records import dataclass

_PLAIN: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "str": StrictStr,
        "int": StrictInt,
        "bool": StrictBool,
        "float": StrictFloat,
        "bytes": Annotated[bytes, Field(strict=True)],
        "datetime": datetime,
        "any": Any,
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """A field of a model: its public name, pydantic's and JSON's, and its type as the table spells it."""

    attribute: str
    stored: str
    json: str
    kind: str
    required: bool

    @property
    def takes(self) -> Any:
        """The names that the constructor knows it by."""
        names = (self.json, self.attribute)
        return self.json if len(set(names)) == 1 else AliasChoices(*names)


class KubernetesModel(BaseModel):
    """What all models have."""

    model_config = ConfigDict(
        validate_by_name=True,
        validate_by_alias=True,
        validate_assignment=True,
        extra="forbid",
        protected_namespaces=(),
        defer_build=True,
    )

    rows: ClassVar[tuple[Row, ...]] = ()
    attribute_map: ClassVar[dict[str, str]] = {}

    def to_dict(self, serialize: bool = False) -> dict[str, Any]:
        """All attributes by their names, or by those in JSON."""
        return {
            row.json if serialize else row.attribute: _plain(getattr(self, row.stored), serialize) for row in self.rows
        }

    def to_str(self) -> str:
        """`to_dict` as text."""
        return pprint.pformat(self.to_dict())

    def __repr__(self) -> str:
        return self.to_str()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.to_dict() == other.to_dict()

    @classmethod
    def from_dict(cls, obj: dict[str, Any] | None) -> Self | None:
        """The model of JSON data or of attributes by their names; what it does not know is left out."""
        if obj is None:
            return None
        if not isinstance(obj, dict):
            return cls.model_validate(obj)
        data = named_in_json(cls, obj)
        return cls.model_validate({row.json: _read(row.kind, data.get(row.json)) for row in cls.rows})


class _Renaming(KubernetesModel):
    """A model with an attribute whose name is a word of Python's, and which pydantic therefore knows by another."""

    @model_validator(mode="wrap")
    @classmethod
    def _with_json_names(cls, obj: Any, handler: Any) -> Any:
        if not isinstance(obj, cls) and isinstance(obj, Mapping):
            obj = named_in_json(cls, obj)
        return handler(obj)


def named_in_json(model: type[KubernetesModel], given: Mapping[str, Any]) -> dict[str, Any]:
    """Values by their names in JSON; raises `ValueError` where an attribute with two names has both."""
    data = dict(given)
    for row in model.rows:
        if row.json != row.attribute:
            if row.stored != row.attribute and row.json in data and row.attribute in data:
                raise ValueError(f"{model.__name__} received both {row.json!r} and {row.attribute!r}")
            if row.json not in data and row.attribute in data:
                data[row.json] = data[row.attribute]
            data.pop(row.attribute, None)
        if row.stored != row.attribute:
            data.pop(row.stored, None)
    return data


class ApiClient:
    """The client's serializer; nothing else of it is for compiling."""

    def sanitize_for_serialization(self, obj: Any) -> Any:
        """The JSON data of a model, or of plain data with models in it."""
        from flytec.authoring.pods import json_of

        return json_of(obj)


def model_names() -> tuple[str, ...]:
    """The names of all models."""
    return tuple(_table())


@cache
def model(name: str) -> type[KubernetesModel]:
    """The model of this name; raises `KeyError` for one that the table lacks."""
    rows = tuple(_row(text) for text in _table()[name].split("; "))
    base = _Renaming if any(row.stored != row.attribute for row in rows) else KubernetesModel
    fields: dict[str, Any] = {row.stored: (_annotation(row), _field(row)) for row in rows}
    made: type[KubernetesModel] = create_model(
        name, __base__=base, __module__=f"kubernetes.client.models.{module_name(name)}", **fields
    )
    made.rows = rows
    made.attribute_map = {row.attribute: row.json for row in rows}
    for row in rows:
        if row.stored != row.attribute:
            setattr(made, row.attribute, _forwarding(row.stored))
    return made


def module_name(name: str) -> str:
    """The module that a model has to itself: `v1_pod_spec` of V1PodSpec."""
    text = ""
    for position, letter in enumerate(name):
        before, after = name[position - 1 : position], name[position + 1 : position + 2]
        starts = letter.isupper() and position > 0 and (not before.isupper() or (after.islower() and after != ""))
        text += ("_" if starts else "") + letter.lower()
    return text


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    text = files("flytec.authoring").joinpath("kubernetes_models.txt").read_text("utf-8")
    lines = (line.partition(": ") for line in text.splitlines() if not line.startswith("#"))
    return {name: fields for name, _, fields in lines}


def _row(text: str) -> Row:
    names, _, kind = text.partition(" ")
    names, _, json = names.partition("=")
    attribute, _, stored = names.partition("@")
    first, *rest = attribute.split("_")
    camel = first + "".join(word[:1].upper() + word[1:] for word in rest)
    return Row(attribute, stored or attribute, json or camel, kind.removesuffix("?"), not kind.endswith("?"))


def _annotation(row: Row) -> Any:
    kind = _type(row.kind)
    return kind if row.required else Optional[kind]  # noqa: UP045


def _type(kind: str) -> Any:
    choices = _choices(kind)
    if len(choices) > 1:
        return Union[tuple(_type(each) for each in choices)]  # noqa: UP007
    if kind.startswith("["):
        return list[_type(kind[1:-1])]  # type: ignore[misc]
    if kind.startswith("{"):
        return dict[str, _type(kind[1:-1])]  # type: ignore[misc]
    if kind in _PLAIN:
        return _PLAIN[kind]
    return model(kind)


def _choices(kind: str) -> list[str]:
    """`A|{B|C}` as `A` and `{B|C}`."""
    choices, depth = [""], 0
    for letter in kind:
        depth += (letter in "[{") - (letter in "]}")
        if letter == "|" and depth == 0:
            choices.append("")
        else:
            choices[-1] += letter
    return choices


def _field(row: Row) -> Any:
    names: dict[str, Any] = {}
    if row.json != row.attribute or row.stored != row.attribute:
        names = {"validation_alias": row.takes, "serialization_alias": row.json}
    if row.stored != row.attribute:
        names["alias"] = row.attribute
    return Field(**names) if row.required else Field(default=None, **names)


def _forwarding(stored: str) -> property:
    return property(lambda self: getattr(self, stored), lambda self, value: setattr(self, stored, value))


def _plain(value: Any, serialize: bool) -> Any:
    """Models in a value, and in a list or dict of them, as dicts; the client's models look no deeper either."""
    match value:
        case list():
            return [_plain_model(each, serialize) for each in value]
        case dict():
            return {key: _plain_model(each, serialize) for key, each in value.items()}
        case _:
            return _plain_model(value, serialize)


def _plain_model(value: Any, serialize: bool) -> Any:
    return value.to_dict(serialize=serialize) if isinstance(value, KubernetesModel) else value


def _read(kind: str, value: Any) -> Any:
    """JSON data as what a field of this type takes."""
    inner = kind.strip("[]{}")
    if value is None or inner not in _table():  # one of several types is none of models
        return value
    read = model(inner).from_dict
    if kind.startswith("["):
        return [read(each) for each in value]
    return {key: read(each) for key, each in value.items()} if kind.startswith("{") else read(value)
