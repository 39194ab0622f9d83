"""Literal types of files, directories, pickles, and of libraries whose values travel as one file."""

import os

from flytec.authoring.placeholders import Placeholder, missing_name
from flytec.ir import pb
from flytec.lower.literals.blobs import blob_type
from flytec.lower.literals.kinds import PythonType, TypeBuilder, TypeSystem, full_name, refused_type, type_label
from flytec.lower.literals.structs import to_struct


def file_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """One blob, with the format of `FlyteFile[...]`; a path has none."""
    return blob_type("" if python_type is os.PathLike else _extension(python_type))


def directory_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """A blob of many parts, with the format of `FlyteDirectory[...]`."""
    return blob_type(_extension(python_type), multipart=True)


def blob(blob_format: str, *, multipart: bool = False) -> TypeBuilder:
    """The builder of a type that is always of one format."""

    def type_of(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
        return blob_type(blob_format, multipart=multipart)

    return type_of


def json_lines_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:  # noqa: ARG001
    """A file of JSON lines."""
    literal_type = blob_type("jsonl")
    literal_type.metadata.update({"format": "json iterator"})
    return literal_type


def pickle_type(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
    """A pickle that names the Python type; `system` is told.

    flytekit's name holds the addresses of objects that stand in `Annotated`, which no two runs share; ours does not.
    """
    return _pickle(system, python_type)


def pickle_but_for(plugin: str) -> TypeBuilder:
    """`pickle_type` of a class that would be something else with a plug-in; `system` is told of it."""

    def type_of(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
        return _pickle(system, python_type, plugin)

    return type_of


def pickle_of(name: str) -> TypeBuilder:
    """`pickle_type` of a class that is not here, of that dotted name; a class of the user's over it has its own."""

    def type_of(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
        if type(python_type) is Placeholder and not missing_name(python_type):
            return _pickle(system, python_type)
        system.pickled(name)
        return _pickle_named(f"<class {name!r}>")

    return type_of


def _pickle(system: TypeSystem, python_type: PythonType, plugin: str = "") -> pb.LiteralType:
    name = full_name(python_type)
    system.pickled(type_label(python_type) if isinstance(python_type, type) else name, plugin)
    return _pickle_named(name)


def _pickle_named(name: str) -> pb.LiteralType:
    literal_type = blob_type("PythonPickle")
    literal_type.metadata.CopyFrom(to_struct({"python_class_name": name}, name))
    return literal_type


def _extension(python_type: PythonType) -> str:
    try:
        return str(python_type.extension())
    except AttributeError as error:
        message = f"{type_label(python_type)} is a path of its own kind, expected FlyteFile or os.PathLike"
        raise refused_type(message, "use FlyteFile") from error
