"""Literals of dataclasses, pydantic models and protobuf messages."""

import copy
import dataclasses
import typing
from typing import Any, get_args

from flytec.ir import pb
from flytec.ir.plain import to_plain
from flytec.lower.literals.encoding import binary, encode, encode_through_json, pack
from flytec.lower.literals.kinds import (
    PythonType,
    RefusedError,
    TypeSystem,
    dotted_names,
    mismatch,
    origin_of,
    refused_value,
    type_label,
    underlying,
)
from flytec.lower.literals.unions import is_optional, is_union

FILE = "flytekit.types.file.file.FlyteFile"
DIRECTORY = "flytekit.types.directory.types.FlyteDirectory"
DATASET = "flytekit.types.structured.structured_dataset.StructuredDataset"
JSON_MIXIN = "mashumaro.mixins.json.DataClassJSONMixin"


def dataclass_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
    """The MessagePack of a dataclass, or of a dict that stands for one."""
    if isinstance(value, dict):
        return binary(pack(value, python_type))
    if not dataclasses.is_dataclass(value):
        raise mismatch(value, python_type)
    complete = _with_flyte_types(system, value, python_type)
    if JSON_MIXIN in dotted_names(type(value)):
        return binary(encode_through_json(complete, python_type, complete.to_json))
    return binary(encode(complete, python_type))


def _with_flyte_types(system: TypeSystem, value: Any, python_type: PythonType) -> Any:
    """A copy of `value` with a FlyteFile or FlyteDirectory in place of each string that stands for one."""
    if is_union(python_type):
        if value is None:
            return value
        return _with_flyte_types(system, value, _variant_for(system, value, get_args(python_type)))
    if value is not None and hasattr(python_type, "__origin__") and origin_of(python_type) is list:
        return [_with_flyte_types(system, each, get_args(python_type)[0]) for each in value]
    if value is not None and hasattr(python_type, "__origin__") and origin_of(python_type) is dict:
        return {key: _with_flyte_types(system, each, get_args(python_type)[1]) for key, each in value.items()}
    if not isinstance(python_type, type) or not dataclasses.is_dataclass(python_type):
        return value
    if {FILE, DIRECTORY} & set(dotted_names(python_type)):
        make: Any = python_type
        return make(value) if type(value) is str else value
    return _copy_of_fields(system, value, python_type)


def _copy_of_fields(system: TypeSystem, value: Any, python_type: PythonType) -> Any:
    duplicate = copy.copy(value)
    try:
        for name, hint in typing.get_type_hints(python_type).items():
            object.__setattr__(duplicate, name, _with_flyte_types(system, getattr(value, name), hint))
    except (AttributeError, IndexError, NameError, TypeError) as error:
        message = f"a value of {type_label(python_type)} lacks what its annotations name: {error}"
        raise refused_value(message, "give a value that has every annotated field") from error
    return duplicate


def _variant_for(system: TypeSystem, value: Any, variants: tuple[PythonType, ...]) -> PythonType:
    """The first variant of a union that lets `value` through, NoneType where none does."""
    named = {name for variant in variants for name in dotted_names(variant)[:1] if name in (FILE, DIRECTORY, DATASET)}
    if len(named) > 1:
        raise refused_value(
            "a field's union has more than one of FlyteFile, FlyteDirectory and StructuredDataset, expected one",
            "split the field",
        )
    for variant in variants:
        try:
            system.kind_of(variant).check(system, value, variant)
        except (RefusedError, TypeError):
            continue
        return variant
    return type(None)


def check_dataclass(system: TypeSystem, value: Any, python_type: PythonType) -> None:
    """Refuses what is neither of the type, nor a dict with its keys, nor a dataclass with the same fields."""
    plain = underlying(python_type)
    if isinstance(value, plain):
        return
    wanted = {field.name: field.type for field in dataclasses.fields(plain)}
    if isinstance(value, dict):
        _check_keys(system, value, plain, wanted)
    elif dataclasses.is_dataclass(value):
        _check_fields(system, value, plain, wanted)
    else:
        raise mismatch(value, plain)


def _check_keys(system: TypeSystem, value: dict[str, Any], plain: type, wanted: dict[str, Any]) -> None:
    optional = {name for name, hint in wanted.items() if is_optional(hint)}
    given, needed = set(value) - optional, set(wanted) - optional
    if given != needed:
        missing, extra = sorted(needed - given), sorted(map(str, given - needed))
        raise refused_value(
            f"the dict for {type_label(plain)} lacks {', '.join(missing) or 'nothing'} "
            f"and has {', '.join(extra) or 'nothing'} besides, expected its fields"
        )
    for name, each in value.items():
        hint = get_args(wanted[name])[0] if is_optional(wanted[name]) else wanted[name]
        if isinstance(each, dict):
            check_dataclass(system, each, wanted[name])
        elif type(each) is not hint:
            raise mismatch(each, hint)


def _check_fields(system: TypeSystem, value: Any, plain: type, wanted: dict[str, Any]) -> None:
    for field in dataclasses.fields(value):
        if field.name not in wanted:
            raise mismatch(value, plain)
        declared, hint = (get_args(each)[0] if is_optional(each) else each for each in (field.type, wanted[field.name]))
        inner = getattr(value, field.name)
        if dataclasses.is_dataclass(inner):
            check_dataclass(system, inner, hint)
        elif declared != hint:
            raise mismatch(value, plain)


def model_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
    """The MessagePack of what a pydantic model dumps as JSON."""
    if not hasattr(value, "model_dump_json"):
        raise mismatch(value, python_type)
    return binary(encode_through_json(value, python_type, value.model_dump_json))


def message_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
    """The JSON form of a protobuf message as a struct; a list of values as a collection."""
    if type(value) is pb.ListValue:
        inner = [(each, system.literal_type(type(each))) for each in value]
        literals = [system.literal(each, type(each), literal_type) for each, literal_type in inner]
        return pb.Literal(collection=pb.LiteralCollection(literals=literals))
    if not isinstance(value, pb.Message):
        raise mismatch(value, python_type)
    struct = pb.Struct()
    try:
        struct.update(to_plain(value))
    except (AttributeError, TypeError, ValueError) as error:
        message = f"the JSON form of the {type_label(python_type)} is no object, expected one"
        raise refused_value(message, "use another message") from error
    return pb.Literal(scalar=pb.Scalar(generic=struct))
