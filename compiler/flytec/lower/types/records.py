"""Literal types of dataclasses, pydantic models and protobuf messages."""

import dataclasses
import sys
import typing
from typing import Any, get_args

from flytec.authoring.placeholders import missing_name, refuse_if_missing
from flytec.authoring.types.markers import FlyteAnnotation
from flytec.codes import UNSUPPORTED_TYPE
from flytec.diagnostics import UserError
from flytec.ir import pb
from flytec.lower.literals.encoding import not_covered, parts_of, refuse_what_cannot_be_repeated
from flytec.lower.literals.kinds import (
    NotCoveredError,
    PythonType,
    RefusedError,
    TypeSystem,
    is_annotated,
    origin_of,
    refused_type,
    type_label,
    underlying,
)
from flytec.lower.literals.structs import to_struct
from flytec.lower.types.annotations import packed_annotation


def dataclass_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
    """A struct with the JSON schema of the dataclass as metadata, and the literal types of its fields.

    A field without a Flyte type is left out. A dataclass that mashumaro has no schema for has no metadata.
    """
    literal_type = bare_dataclass_type(system, python_type)
    plain = underlying(python_type)
    hints = _hints(plain)
    # As in flytekit, class variables and init-only fields count too.
    fields = {name: hints.get(name, field.type) for name, field in plain.__dataclass_fields__.items()}
    literal_type.structure.CopyFrom(_structure(system, fields))
    return literal_type


def bare_dataclass_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """The same without the literal types of the fields."""
    plain = underlying(python_type)
    if is_annotated(python_type) and any(isinstance(each, FlyteAnnotation) for each in get_args(python_type)[1:]):
        message = f"{type_label(plain)} carries a FlyteAnnotation, which a dataclass cannot have"
        raise refused_type(message, "remove the annotation")
    _refuse_untold(plain)
    return _record(plain, _schema(plain))


def model_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
    """A struct with the JSON schema of a pydantic model as metadata, and the literal types of its fields."""
    literal_type = bare_model_type(system, python_type)
    fields = {name: field.annotation for name, field in python_type.model_fields.items()}
    literal_type.structure.CopyFrom(_structure(system, fields))
    return literal_type


def bare_model_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """The same without the literal types of the fields."""
    _refuse_untold(python_type)
    try:
        schema = python_type.model_json_schema()
    except UserError as error:
        raise not_covered(error) from error
    except Exception as error:  # pydantic, and the user's own hooks, raise what they like
        message = f"{type_label(python_type)} has no JSON schema: {' '.join(str(error).split())}"
        raise refused_type(message, "use fields that pydantic has a schema for") from error
    return _record(python_type, schema)


def message_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """A struct that names the message's Python class."""
    tag = f"{python_type.__module__}.{python_type.__name__}"
    return pb.LiteralType(simple=pb.SimpleType.STRUCT, metadata=to_struct({"pb_type": tag}, tag))


def _record(python_type: PythonType, schema: dict[str, Any] | None) -> pb.LiteralType:
    metadata = None if schema is None else to_struct(schema, f"the schema of {type_label(python_type)}")
    return pb.LiteralType(simple=pb.SimpleType.STRUCT, metadata=metadata, annotation=packed_annotation())


def _structure(system: TypeSystem, fields: dict[str, PythonType]) -> pb.TypeStructure:
    """What attribute access on a promise goes by: the literal types of the fields that have one."""
    structure = pb.TypeStructure()
    for name, hint in fields.items():
        try:
            literal_type = system.literal_type(hint)
        except RefusedError:
            continue
        structure.dataclass_type[name].CopyFrom(literal_type)
    return structure


def _refuse_untold(python_type: Any, seen: tuple[PythonType, ...] = ()) -> None:
    """Refuses what might have a part in the JSON schema of a dataclass or model and is not known, at any depth.

    That are fields of types that are not installed, and defaults that come from such modules.
    """
    if dataclasses.is_dataclass(python_type):
        hints = _hints(typing.cast(type, python_type))
        fields = dataclasses.fields(python_type)
    else:
        fields = python_type.model_fields.values()
        hints = {name: field.annotation for name, field in python_type.model_fields.items()}
    for field in fields:
        for part in (field.default_factory, *parts_of(field.default)):
            refuse_if_missing(part, "the default of a field")
    for name, hint in hints.items():
        _refuse_untold_field(name, hint, (*seen, python_type))


def _refuse_untold_field(field: str, hint: PythonType, seen: tuple[PythonType, ...]) -> None:
    name = missing_name(hint)
    if name:
        from flytec.lower.types.missing import is_alien_to_schemas

        if not is_alien_to_schemas(name):
            message = f"field {field} is of {name}, which is not installed, expected a type with a known JSON schema"
            raise NotCoveredError(UNSUPPORTED_TYPE, message, f"install {name.partition('.')[0]}")
    for each in get_args(hint):
        _refuse_untold_field(field, each, seen)
    is_record = isinstance(hint, type) and (dataclasses.is_dataclass(hint) or hasattr(hint, "model_fields"))
    if is_record and not any(hint is each for each in seen):
        _refuse_untold(hint, seen)


def _hints(python_type: type) -> dict[str, Any]:
    try:
        return typing.get_type_hints(python_type)
    except (NameError, TypeError) as error:
        message = f"the annotations of {type_label(python_type)} cannot be resolved: {error}"
        raise refused_type(message, "import what the annotations name") from error


def _schema(python_type: type) -> dict[str, Any] | None:
    """mashumaro's JSON schema of a dataclass, None where it has none."""
    for field in dataclasses.fields(python_type):
        refuse_what_cannot_be_repeated(field.default)
    try:
        _walk_as_flytekit_does(python_type)
        from mashumaro.jsonschema import build_json_schema

        return dict(build_json_schema(python_type).to_dict())
    except UserError as error:
        raise not_covered(error) from error
    except Exception as error:  # whatever mashumaro says about types that it does not know
        if _has_json_mixin(python_type):
            message = f"{type_label(python_type)} has a schema by marshmallow at best, expected one by mashumaro"
            raise NotCoveredError(UNSUPPORTED_TYPE, message, "remove dataclasses_json from the dataclass") from error
        return None


def _walk_as_flytekit_does(python_type: PythonType) -> None:
    """Fails where flytekit fails before it asks mashumaro: at a `List` or `Dict` without arguments in a field."""
    match origin_of(python_type):
        case origin if origin is list:
            _walk_as_flytekit_does(get_args(python_type)[0])
        case origin if origin is dict:
            key, value = get_args(python_type)
            _walk_as_flytekit_does(key)
            _walk_as_flytekit_does(value)
        case None if dataclasses.is_dataclass(python_type):
            for field in dataclasses.fields(python_type):
                _walk_as_flytekit_does(field.type)


def _has_json_mixin(python_type: type) -> bool:
    """Whether the class is one of dataclasses_json, by base class or by decorator; without importing the library."""
    mixin = getattr(sys.modules.get("dataclasses_json"), "DataClassJsonMixin", None)
    return isinstance(mixin, type) and issubclass(python_type, mixin)
