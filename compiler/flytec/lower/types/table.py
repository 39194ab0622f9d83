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

"By itself" means by equality for what the standard library defines (`EXACT`), and by dotted name for what flytekit
and other libraries define (`NAMED`), so that none of them is imported. What the user has registered comes before both.
To add a type: a builder of its literal type, a builder of its literals, and a row here.
"""

import collections.abc
import dataclasses
import datetime
import enum
import inspect
import os
import types
import typing
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, get_args

from flytec.authoring.mention import MentionedName
from flytec.authoring.transformers import TypeTransformer
from flytec.codes import UNSUPPORTED_TYPE
from flytec.ir import pb
from flytec.lower.literals import blobs as blob_literals
from flytec.lower.literals import containers as container_literals
from flytec.lower.literals import datasets as dataset_literals
from flytec.lower.literals import records as record_literals
from flytec.lower.literals import simple as simple_literals
from flytec.lower.literals.blobs import uploaded
from flytec.lower.literals.kinds import (
    Kind,
    NotCoveredError,
    PythonType,
    check_instance,
    check_nothing,
    dotted_name,
    is_annotated,
    origin_of,
    refused_type,
    type_label,
)
from flytec.lower.types import blobs, containers, datasets, records, simple

if TYPE_CHECKING:
    from flytec.authoring.type_engine import Registration

_SIMPLE = pb.SimpleType


def _primitive(
    base: type,
    number: pb.SimpleType,
    fill: simple_literals.PrimitiveFiller,
    limit: str = "one that Flyte can hold",
) -> Kind:
    literal_of = simple_literals.exactly(base, fill, limit)
    return Kind(base.__name__, simple.simple(number), literal_of, check_instance)


def _file_of(tag: str, blob_format: str) -> Kind:
    return Kind(tag, blobs.blob(blob_format), uploaded(f"a {tag}"), check_instance)


ENUM = Kind("DefaultEnumTransformer", simple.enum_type, simple_literals.enum_literal, simple_literals.check_enum)
CHOICE = Kind(
    "LiteralTypeTransformer", simple.choice_type, simple_literals.choice_literal, simple_literals.check_choice
)
UNION = Kind("Typed Union", containers.union_type, container_literals.union_literal, container_literals.check_union)
RECORD = Kind(
    "Object-Dataclass-Transformer",
    records.dataclass_type,
    record_literals.dataclass_literal,
    record_literals.check_dataclass,
    records.bare_dataclass_type,
)
PICKLE = Kind("FlytePickle", blobs.pickle_type, uploaded("a pickle", takes=blob_literals.is_anything), check_nothing)

_NONE = Kind("none", simple.simple(_SIMPLE.NONE), simple_literals.none_literal, simple_literals.check_none)
_LIST = Kind("Typed List", containers.list_type, container_literals.list_literal, check_instance)
_DICT = Kind("Typed Dict", containers.dict_type, container_literals.dict_literal, check_instance)
_ITERATOR = Kind("Typed Iterator", containers.iterator_type, container_literals.iterator_literal, check_instance)
_JSON_LINES = Kind(
    "JSON Iterator",
    blobs.json_lines_type,
    uploaded("a file of JSON lines", takes=blob_literals.is_iterable),
    check_instance,
)
_TUPLE = Kind("non typed tuple", simple.restricted_type, blob_literals.no_literal, check_instance)
_FILE = Kind("FlyteFilePath", blobs.file_type, blob_literals.file_literal, blob_literals.check_path)
_DIRECTORY = Kind("FlyteDirectory", blobs.directory_type, blob_literals.directory_literal, blob_literals.check_path)
_DATASET = Kind("StructuredDataset Transformer", datasets.dataset_type, dataset_literals.dataset_literal, check_nothing)
_SCHEMA = Kind("FlyteSchema Transformer", datasets.schema_type, dataset_literals.schema_literal, check_nothing)
_ERROR = Kind("FlyteError", simple.simple(_SIMPLE.ERROR), blob_literals.error_literal, check_instance)
_MESSAGE = Kind("Protobuf-Transformer", records.message_type, record_literals.message_literal, check_instance)
_MODEL = Kind(
    "Pydantic Transformer",
    records.model_type,
    record_literals.model_literal,
    check_nothing,
    records.bare_model_type,
)

_JSON = typing.Union[typing.Dict[str, Any], typing.List[Any], bool, float, int, str]  # noqa: UP006, UP007

EXACT: Final[Mapping[object, Kind]] = MappingProxyType(
    {
        int: _primitive(int, _SIMPLE.INTEGER, simple_literals.integer, "one of 64 bits"),
        float: _primitive(float, _SIMPLE.FLOAT, simple_literals.floating),
        str: _primitive(str, _SIMPLE.STRING, simple_literals.string, "one that has a UTF-8 form"),
        bool: _primitive(bool, _SIMPLE.BOOLEAN, simple_literals.boolean),
        datetime.datetime: _primitive(datetime.datetime, _SIMPLE.DATETIME, simple_literals.moment),
        datetime.date: _primitive(datetime.date, _SIMPLE.DATETIME, simple_literals.day),
        datetime.timedelta: _primitive(datetime.timedelta, _SIMPLE.DURATION, simple_literals.duration),
        type(None): _NONE,
        None: _NONE,
        list: _LIST,
        dict: _DICT,
        typing.Union: UNION,
        types.UnionType: UNION,
        enum.Enum: ENUM,
        tuple: _TUPLE,
        typing.Tuple: _TUPLE,  # noqa: UP006
        typing.NamedTuple: _TUPLE,
        os.PathLike: _FILE,
        typing.TextIO: Kind("TextIO", blobs.blob("text/plain"), blob_literals.no_literal, check_instance),
        typing.BinaryIO: Kind(
            "BinaryIO", blobs.blob("application/octet-stream"), blob_literals.no_literal, check_instance
        ),
        typing.Iterator[_JSON]: _JSON_LINES,
        typing.Iterator: _ITERATOR,
        collections.abc.Iterator: _ITERATOR,
    }
)

NAMED: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "flytekit.types.file.file.FlyteFile": _FILE,
        "flytekit.types.directory.types.FlyteDirectory": _DIRECTORY,
        "flytekit.types.structured.structured_dataset.StructuredDataset": _DATASET,
        "flytekit.types.schema.types.FlyteSchema": _SCHEMA,
        "flytekit.types.error.error.FlyteError": _ERROR,
        "flytekit.types.iterator.json_iterator.JSONIterator": _JSON_LINES,
        "flytekit.types.pickle.pickle.FlytePickle": PICKLE,
        "google.protobuf.message.Message": _MESSAGE,
        "pydantic.main.BaseModel": _MODEL,
        **dict.fromkeys(("pandas.DataFrame", "pandas.core.frame.DataFrame"), _DATASET),
        **dict.fromkeys(("pyarrow.Table", "pyarrow.lib.Table"), _DATASET),
        "numpy.ndarray": Kind(
            "Numpy Array",
            blobs.blob("NumpyArray"),
            uploaded("an array", takes=blob_literals.is_array_like),
            check_instance,
        ),
        "PIL.Image.Image": _file_of("PIL.Image", "PIL.Image"),
        **dict.fromkeys(("torch.Tensor", "torch._tensor.Tensor"), _file_of("PyTorch Tensor", "PyTorchTensor")),
        **dict.fromkeys(
            ("torch.nn.Module", "torch.nn.modules.module.Module"), _file_of("PyTorch Module", "PyTorchModule")
        ),
        "sklearn.base.BaseEstimator": _file_of("Sklearn Estimator", "SklearnEstimator"),
        **dict.fromkeys(
            (
                *("tensorflow.keras.Model", "keras.Model", "keras.src.models.model.Model"),
                *("keras.models.model.Model", "keras.engine.training.Model", "keras.src.engine.training.Model"),
            ),
            _file_of("TensorFlow Model", "TensorFlowModel"),
        ),
    }
)


BUILT_IN: Final[Mapping[str, Kind]] = MappingProxyType(
    {kind.tag: kind for kind in (ENUM, CHOICE, RECORD, PICKLE, *EXACT.values(), *NAMED.values())}
)
"""The rows by the names of their transformers, for transformers of the user's own that build on them."""


def own_kinds(registered: Mapping[PythonType, "Registration"]) -> dict[PythonType, Kind]:
    """The rows of the user's own, by their types. A row that gives way to one that is there is left out."""
    return {
        python_type: _own_kind(row.transformer)
        for python_type, row in registered.items()
        if not (row.weak and built_in_tag(python_type))
    }


def built_in_tag(python_type: PythonType) -> str | None:
    """The name of flytekit's transformer for the very type, if it has one."""
    found = _registered(python_type, {})
    return None if found is None else found.tag


def find(python_type: PythonType, own: Mapping[PythonType, Kind]) -> Kind:
    """The row for `python_type`, the user's `own` first; there is always one, since anything can be a pickle.

    Raises: `RefusedError` for what is no type at all, `NotCoveredError` for a name that only running tasks have.
    """
    found = _direct(python_type, own)
    if found is not None:
        return found
    for base in getattr(python_type, "__mro__", ()):
        found = _direct(base, own)
        if found is not None:
            return found
    if isinstance(python_type, MentionedName):
        message = f"{python_type!r} is in an annotation, expected a type that exists while compiling"
        raise NotCoveredError(UNSUPPORTED_TYPE, message, "use another type, or compile with --frontend flytekit")
    return RECORD if dataclasses.is_dataclass(python_type) else PICKLE


def _own_kind(transformer: TypeTransformer[Any]) -> Kind:
    from flytec.lower.types.transformers import transformer_kind

    return transformer_kind(transformer, BUILT_IN)


def _direct(python_type: PythonType, own: Mapping[PythonType, Kind]) -> Kind | None:
    """The row by steps 1 to 6."""
    if is_annotated(python_type):
        for each in get_args(python_type)[1:]:
            if isinstance(each, TypeTransformer):
                return _own_kind(each)
        return find(python_type.__origin__, own)
    if inspect.isclass(python_type) and issubclass(python_type, enum.Enum):
        return ENUM
    if origin_of(python_type) is typing.Literal:
        return CHOICE
    if hasattr(python_type, "__origin__"):
        found = _registered(python_type, own) or _registered(python_type.__origin__, own)
        if found is not None:
            return found
    if isinstance(python_type, types.UnionType):
        return UNION
    return _registered(python_type, own)


def _registered(python_type: PythonType, own: Mapping[PythonType, Kind]) -> Kind | None:
    try:
        found = own.get(python_type) or EXACT.get(python_type)
    except TypeError as error:
        if hasattr(python_type, "__origin__"):
            return None
        message = f"the annotation {type_label(python_type)} is a {type(python_type).__name__}, expected a type"
        raise refused_type(message, "annotate with a type") from error
    if found is None and isinstance(python_type, type):
        return NAMED.get(dotted_name(python_type))
    return found
