"""Literals of files and directories, and the types whose values flytekit would upload."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from flytec.authoring.types.paths import is_remote
from flytec.codes import INVALID_LITERAL
from flytec.ir import pb
from flytec.lower.literals.kinds import (
    LiteralBuilder,
    NotCoveredError,
    PythonType,
    TypeSystem,
    is_instance,
    mismatch,
    refused_value,
    type_label,
    underlying,
    value_label,
)


def blob_type(blob_format: str, *, multipart: bool = False) -> pb.LiteralType:
    """The literal type of a file, or of a folder."""
    shape = pb.BlobType.MULTIPART if multipart else pb.BlobType.SINGLE
    return pb.LiteralType(blob=pb.BlobType(format=blob_format, dimensionality=shape))


def file_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
    """The blob of a remote file, or of a local one that the user keeps from being uploaded."""
    from flytec.authoring.types.file import FlyteFile

    declared = underlying(python_type)
    only_a_path = declared is os.PathLike
    blob = blob_type("" if only_a_path else declared.extension())
    if isinstance(value, FlyteFile):
        kept = value.remote_path is False or is_remote(value.path) or only_a_path
        if value.remote_source is None and not kept:
            raise _would_upload("FlyteFile", value.path)
        return _blob(blob, value.remote_source or value.path, value.metadata)
    if not isinstance(value, Path | str):
        raise mismatch(value, python_type)
    if not only_a_path and not is_remote(value):
        if not Path(value).is_file():
            raise refused_value(f"{str(value)!r} is no file, expected a remote URI", _GIVE_URI)
        raise _would_upload("file", value)
    return _blob(blob, value)


def directory_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
    """The blob of a remote folder, or of a local one that the user keeps from being uploaded."""
    from flytec.authoring.types.directory import FlyteDirectory

    blob = blob_type(python_type.extension(), multipart=True)
    if isinstance(value, FlyteDirectory):
        if value.remote_source is not None:
            return _blob(blob, value.remote_source)
        moves = isinstance(value.remote_directory, Path | str)
        if moves or (value.remote_directory is not False and not is_remote(value.path)):
            raise _would_upload("FlyteDirectory", value.path)
        return _blob(blob, value.path)
    if not isinstance(value, Path | str):
        raise mismatch(value, python_type)
    if not is_remote(value):
        if not Path(value).is_dir():
            raise refused_value(f"{str(value)!r} is no folder, expected a remote URI", _GIVE_URI)
        raise _would_upload("folder", value)
    return _blob(blob, value)


def check_path(system: TypeSystem, value: Any, python_type: PythonType) -> None:  # noqa: ARG001
    """Refuses what is neither a string nor a path."""
    if not isinstance(value, str | os.PathLike):
        raise mismatch(value, python_type)


def uploaded(what: str, takes: Callable[[Any, PythonType], bool] = is_instance) -> LiteralBuilder:
    """The builder of a type whose values flytekit writes to storage: there is no literal without that.

    `takes` tells what flytekit is able to write, and so what a union counts as fitting.
    """

    def literal_of(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
        if not takes(value, underlying(python_type)):
            raise mismatch(value, python_type)
        message = f"{value_label(value)}, which flytekit would upload as {what}, expected one that needs no upload"
        raise NotCoveredError(INVALID_LITERAL, message, "make the value in a task")

    return literal_of


def is_array_like(value: Any, python_type: PythonType) -> bool:
    """Whether numpy writes the value as an array: one of its own, numbers, strings, and lists of these."""
    plain = (bool, int, float, complex, str, bytes, list)
    return isinstance(value, plain) or is_instance(value, python_type)


def is_iterable(value: Any, python_type: PythonType) -> bool:  # noqa: ARG001
    """Whether the value yields something."""
    return isinstance(value, Iterable)


def is_anything(value: Any, python_type: PythonType) -> bool:  # noqa: ARG001
    """Everything but None, which cannot be pickled."""
    return value is not None


def no_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
    """Refuses every value: the type can only be what a task reads or writes."""
    message = f"{type_label(python_type)} has no literals, expected a type that has"
    raise refused_value(message, "use FlyteFile")


def error_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:  # noqa: ARG001
    """The error that a failure handler is told."""
    from flytec.authoring.types.error import FlyteError

    if type(value) is not FlyteError:
        raise mismatch(value, python_type)
    error = pb.Error(message=value.message, failed_node_id=value.failed_node_id)
    return pb.Literal(scalar=pb.Scalar(error=error))


_GIVE_URI = "put the data where the cluster can read it, and give its URI, such as s3://bucket/key"


def _would_upload(what: str, path: object) -> NotCoveredError:
    message = f"the {what} {str(path)!r} is on this machine, expected a remote URI"
    return NotCoveredError(INVALID_LITERAL, message, _GIVE_URI)


def _blob(literal_type: pb.LiteralType, uri: object, metadata: dict[str, str] | None = None) -> pb.Literal:
    text = str(uri)
    blob = pb.Blob(metadata=pb.BlobMetadata(type=literal_type.blob), uri=checked_uri(text))
    return pb.Literal(scalar=pb.Scalar(blob=blob), metadata=metadata)


def checked_uri(uri: str) -> str:
    """`uri`, unless it is one of `flyte://`, which flytekit loses as it compiles."""
    if uri.startswith("flyte://"):
        message = f"{uri!r} is known to a running task only, expected a URI of the blob store"
        raise NotCoveredError(INVALID_LITERAL, message, _GIVE_URI)
    return uri
