"""The models that user code writes types and literals in, to messages and back.

The fields of a model are those of the message of its name.
"""

import dataclasses
import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from flytec.authoring import models_literals, models_types
from flytec.authoring.models_types import Model
from flytec.ir import pb
from flytec.ir.plain import to_plain
from flytec.lower.literals.structs import to_struct

MODELS: Final[Mapping[str, type[Model]]] = MappingProxyType(
    {
        name: value
        for module in (models_types, models_literals)
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, Model) and value is not Model
    }
)


def fill(target: pb.Message, model: Model) -> None:
    """Sets the fields of a message from the model of it.

    Raises: `TypeError` or `ValueError` for a value that the field does not take, `NotCoveredError` for data that JSON
    cannot say.
    """
    for field in dataclasses.fields(model):  # type: ignore[arg-type]
        value = getattr(model, field.name)
        if value is not None:
            _set(target, field.name, value)


def model_of(message: pb.Message) -> Any:
    """A message as the model of it; fields that are not set are None, free data is plain."""
    match message:
        case pb.Struct():
            return to_plain(message)
        case pb.Timestamp():
            return message.ToDatetime(datetime.timezone.utc)
        case pb.Duration():
            return message.ToTimedelta()
        case _:
            return _model_of(message)


def _model_of(message: pb.Message) -> Model:
    model = MODELS[message.DESCRIPTOR.name]
    made = model.__new__(model)
    for field in dataclasses.fields(model):  # type: ignore[arg-type]
        setattr(made, field.name, _get(message, field.name))
    return made


def _set(target: pb.Message, name: str, value: Any) -> None:
    member = getattr(target, name)
    match value:
        case Model():
            member.SetInParent()
            fill(member, value)
        case pb.Message():
            member.CopyFrom(value)
        case datetime.datetime():
            member.FromDatetime(value.astimezone(datetime.timezone.utc).replace(tzinfo=None))
        case datetime.timedelta():
            member.FromTimedelta(value)
        case dict() if isinstance(member, pb.Struct):
            member.CopyFrom(to_struct(value, f"the {name} of a {target.DESCRIPTOR.name}"))
            member.SetInParent()
        case dict():
            for key, each in value.items():
                _put(member, key, each)
        case list() | tuple():
            for each in value:
                _append(member, each)
        case _:
            setattr(target, name, value)


def _put(member: Any, key: str, value: Any) -> None:
    if isinstance(value, Model):
        fill(member[key], value)
    else:
        member[key] = value


def _append(member: Any, value: Any) -> None:
    if isinstance(value, Model):
        fill(member.add(), value)
    else:
        member.append(value)


def _get(message: pb.Message, name: str) -> Any:
    field = message.DESCRIPTOR.fields_by_name[name]
    value = getattr(message, name)
    if field.has_presence:
        return _plain(value) if message.HasField(name) else None
    if not field.is_repeated:
        return value
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        return {key: _plain(value[key]) for key in value} or None
    return [_plain(each) for each in value]


def _plain(value: Any) -> Any:
    return model_of(value) if isinstance(value, pb.Message) else value
