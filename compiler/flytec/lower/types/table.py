"""The table of Python types: a row a family, and the order in which flytekit looks them up.

A type belongs to the first row that applies:

1. a transformer in `Annotated[...]`, or what is inside it;
2. an enum, whatever else it derives from;
3. `Literal[...]`;
4. a generic, by itself and then by its origin (`Iterator[JSON]` before `Iterator[T]`);
5. a union written `X | Y`;
6. the type itself;
7. 1 to 6 for each class that it derives from, nearest first;
8. a dataclass;
9. a pickle.

"By itself" means by equality for what the standard library defines (`rows.EXACT`), and by dotted name for what flytekit
and other libraries define (`named.NAMED`), so that none of them is imported. What the user has registered comes before
both. Types of plug-ins count where the plug-in is there (`named.PLUGGED`). Of a class in a module that is not installed
only the name is known; what `missing_kind` does not find under it is an error. What the settings say of a type comes
last, before the pickle.

To add a type: a builder of its literal type, a builder of its literals, and a row in `named.py`.
"""

import dataclasses
import enum
import inspect
import types
import typing
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, get_args

from flytec.authoring.mention import MentionedName
from flytec.authoring.placeholders import missing_name
from flytec.authoring.transformers import TypeTransformer
from flytec.codes import UNSUPPORTED_TYPE
from flytec.lower.literals.kinds import (
    Kind,
    NotCoveredError,
    PythonType,
    dotted_name,
    is_annotated,
    origin_of,
    refused_type,
    type_label,
)
from flytec.lower.types.known import NOTHING_KNOWN, Known
from flytec.lower.types.missing import missing_kind
from flytec.lower.types.named import (
    NAMED,
    PLUGGED,
    RECORD_DIRECTORY,
    RECORD_FILE,
    TENSORFLOW_MODEL,
    tensorflow_is_imported,
)
from flytec.lower.types.rows import CHOICE, ENUM, EXACT, PICKLE, RECORD, UNION

if TYPE_CHECKING:
    from flytec.authoring.type_engine import Registration

BUILT_IN: Final[Mapping[str, Kind]] = MappingProxyType(
    {kind.tag: kind for kind in (ENUM, CHOICE, RECORD, PICKLE, *EXACT.values(), *NAMED.values())}
)
"""The rows by the names of their transformers, for transformers of the user's own that build on them."""


def own_kinds(registered: Mapping[PythonType, "Registration"], known: Known = NOTHING_KNOWN) -> dict[PythonType, Kind]:
    """The rows of the user's own, by their types. A row that gives way to one that is there is left out."""
    return {
        python_type: _own_kind(row.transformer)
        for python_type, row in registered.items()
        if not (row.weak and built_in_tag(python_type, known))
    }


def built_in_tag(python_type: PythonType, known: Known = NOTHING_KNOWN) -> str | None:
    """The name of flytekit's transformer for the very type, if it has one."""
    if missing_name(python_type):
        return None
    found = _registered(python_type, {}, known)
    return None if found is None else found.tag


def find(python_type: PythonType, own: Mapping[PythonType, Kind], known: Known = NOTHING_KNOWN) -> Kind:
    """The row for `python_type`, the user's `own` first; there is always one, since anything can be a pickle.

    Raises: `RefusedError` for what is no type at all, `NotCoveredError` for a name that only running tasks have, and
    for a type of a module that is not installed and of which nobody says what it is.
    """
    for base in (python_type, *getattr(python_type, "__mro__", ())):
        try:
            found = _direct(base, own, known)
        except NotCoveredError:
            found = known.kind_of(python_type)
            if found is None:
                raise
        if found is not None:
            return found
    if isinstance(python_type, MentionedName):
        message = f"{python_type!r} is in an annotation, expected a type that exists while compiling"
        raise NotCoveredError(UNSUPPORTED_TYPE, message, "use another type, or compile with --frontend flytekit")
    if dataclasses.is_dataclass(python_type):
        return RECORD
    return known.kind_of(python_type) or known.pickle(python_type)


def _own_kind(transformer: TypeTransformer[Any]) -> Kind:
    from flytec.lower.types.transformers import transformer_kind

    return transformer_kind(transformer, BUILT_IN)


def _direct(python_type: PythonType, own: Mapping[PythonType, Kind], known: Known) -> Kind | None:
    """The row by steps 1 to 6."""
    if is_annotated(python_type):
        for each in get_args(python_type)[1:]:
            if isinstance(each, TypeTransformer):
                return _own_kind(each)
        return find(python_type.__origin__, own, known)
    if inspect.isclass(python_type) and issubclass(python_type, enum.Enum):
        return ENUM
    if origin_of(python_type) is typing.Literal:
        return CHOICE
    if hasattr(python_type, "__origin__"):
        found = _registered(python_type, own, known) or _registered(python_type.__origin__, own, known)
        if found is not None:
            return found
    if isinstance(python_type, types.UnionType):
        return UNION
    return _registered(python_type, own, known)


def _registered(python_type: PythonType, own: Mapping[PythonType, Kind], known: Known) -> Kind | None:
    try:
        found = own.get(python_type) or EXACT.get(python_type)
    except TypeError as error:
        if hasattr(python_type, "__origin__"):
            return None
        message = f"the annotation {type_label(python_type)} is a {type(python_type).__name__}, expected a type"
        raise refused_type(message, "annotate with a type") from error
    if found is not None:
        return found
    missing = missing_name(python_type)
    if missing:
        return missing_kind(missing, known)
    return _named(python_type, known) if isinstance(python_type, type) else None


def _named(python_type: type, known: Known) -> Kind | None:
    """The row by dotted name, of a class that is there."""
    name = dotted_name(python_type)
    found = NAMED.get(name)
    if found is not None:
        return found if found is not TENSORFLOW_MODEL or tensorflow_is_imported() else None
    if name.startswith("flytekit.types."):
        return _records(python_type)
    plugin, kind = PLUGGED.get(name, ("", PICKLE))
    return kind if plugin in known.plugins else None


def _records(python_type: type) -> Kind | None:
    """Files of TFRecords, which flytekit has transformers of their own for once tensorflow is imported."""
    if not tensorflow_is_imported():
        return None
    from flytec.authoring.types.directory import TFRecordsDirectory
    from flytec.authoring.types.file import TFRecordFile

    if python_type is TFRecordFile:
        return RECORD_FILE
    return RECORD_DIRECTORY if python_type is TFRecordsDirectory else None
