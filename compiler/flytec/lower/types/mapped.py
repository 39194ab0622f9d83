"""Kinds of types that the settings tell of, in `[tool.flytec.types]`."""

import json
from pathlib import Path
from typing import Any

from flytec.codes import INVALID_SETTING
from flytec.diagnostics import CannotRunError, cannot_run
from flytec.ir import codec, pb
from flytec.lower.literals.blobs import blob_type, uploaded
from flytec.lower.literals.kinds import Kind, PythonType, TypeBuilder, TypeSystem, check_nothing
from flytec.lower.literals.structs import to_struct
from flytec.lower.types import blobs
from flytec.lower.types.annotations import packed_annotation
from flytec.lower.types.rows import DATASET, PICKLE
from flytec.settings.types import NamedType


def mapped_kind(name: str, row: NamedType) -> Kind:
    """The kind of the type `name` by what the settings say of it.

    Values of it have no literals while compiling. Where flytekit's transformer has a name that the kind does not tell,
    and `row` does not either, a union of the type is an error.
    """
    match row.kind:
        case "structured-dataset":
            return DATASET
        case "pickle":
            return Kind("FlytePickle", blobs.pickle_of(row.name or name), PICKLE.literal_of, check_nothing)
        case "blob":
            return _kind(name, row, blob_type(row.format or "", multipart=bool(row.multipart)))
        case "struct":
            return _kind(name, row, _struct(name, row))
        case "literal-type":
            return _kind(name, row, _literal_type(name, row))


def _kind(name: str, row: NamedType, literal_type: pb.LiteralType) -> Kind:
    return Kind(row.transformer or "", _always(literal_type), uploaded(f"a {name}", takes=_anything), check_nothing)


def _always(literal_type: pb.LiteralType) -> TypeBuilder:
    def type_of(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
        copy = pb.LiteralType()
        copy.CopyFrom(literal_type)
        return copy

    return type_of


def _anything(value: Any, python_type: PythonType) -> bool:  # noqa: ARG001
    return value is not None


def _struct(name: str, row: NamedType) -> pb.LiteralType:
    made = pb.LiteralType(simple=pb.SimpleType.STRUCT)
    if row.schema_file is not None:
        schema = _document(name, row.schema_file)
        made.metadata.CopyFrom(to_struct(schema, f"the schema of {name}"))
        made.annotation.CopyFrom(packed_annotation())
    return made


def _literal_type(name: str, row: NamedType) -> pb.LiteralType:
    path = row.file or ""
    try:
        return codec.from_json(pb.LiteralType, json.dumps(_document(name, path)))
    except ValueError as error:
        raise _unusable(name, path, f"no LiteralType ({' '.join(str(error).split())})") from error


def _document(name: str, path: str) -> dict[str, Any]:
    try:
        document = json.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise _unusable(name, path, f"not to be read ({error.strerror})") from error
    except ValueError as error:
        raise _unusable(name, path, f"no JSON ({error})") from error
    if not isinstance(document, dict):
        raise _unusable(name, path, "no object")
    return document


def _unusable(name: str, path: str, what: str) -> CannotRunError:
    message = f"the file of {name} in types of [tool.flytec], {path}, is {what}, expected a JSON object"
    return cannot_run(INVALID_SETTING, message, hint="Correct the file or its path.")
