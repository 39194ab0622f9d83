"""The kinds of types that flytekit itself has, and which of them types of the standard library belong to."""

import collections.abc
import datetime
import enum
import os
import types
import typing
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from flytec.ir import pb
from flytec.lower.literals import blobs as blob_literals
from flytec.lower.literals import containers as container_literals
from flytec.lower.literals import datasets as dataset_literals
from flytec.lower.literals import records as record_literals
from flytec.lower.literals import simple as simple_literals
from flytec.lower.literals.blobs import uploaded
from flytec.lower.literals.kinds import Kind, check_instance, check_nothing
from flytec.lower.types import blobs, containers, datasets, records, simple

_SIMPLE = pb.SimpleType


def _primitive(
    base: type,
    number: pb.SimpleType,
    fill: simple_literals.PrimitiveFiller,
    limit: str = "one that Flyte can hold",
) -> Kind:
    literal_of = simple_literals.exactly(base, fill, limit)
    return Kind(base.__name__, simple.simple(number), literal_of, check_instance)


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
FILE = Kind("FlyteFilePath", blobs.file_type, blob_literals.file_literal, blob_literals.check_path)
DIRECTORY = Kind("FlyteDirectory", blobs.directory_type, blob_literals.directory_literal, blob_literals.check_path)
DATASET = Kind("StructuredDataset Transformer", datasets.dataset_type, dataset_literals.dataset_literal, check_nothing)
SCHEMA = Kind("FlyteSchema Transformer", datasets.schema_type, dataset_literals.schema_literal, check_nothing)
ERROR = Kind("FlyteError", simple.simple(_SIMPLE.ERROR), blob_literals.error_literal, check_instance)
MESSAGE = Kind("Protobuf-Transformer", records.message_type, record_literals.message_literal, check_instance)
MODEL = Kind(
    "Pydantic Transformer",
    records.model_type,
    record_literals.model_literal,
    check_nothing,
    records.bare_model_type,
)
JSON_LINES = Kind(
    "JSON Iterator",
    blobs.json_lines_type,
    uploaded("a file of JSON lines", takes=blob_literals.is_iterable),
    check_instance,
)
_NONE = Kind("none", simple.simple(_SIMPLE.NONE), simple_literals.none_literal, simple_literals.check_none)
_LIST = Kind("Typed List", containers.list_type, container_literals.list_literal, check_instance)
_DICT = Kind("Typed Dict", containers.dict_type, container_literals.dict_literal, check_instance)
_ITERATOR = Kind("Typed Iterator", containers.iterator_type, container_literals.iterator_literal, check_instance)
_TUPLE = Kind("non typed tuple", simple.restricted_type, blob_literals.no_literal, check_instance)

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
        os.PathLike: FILE,
        typing.TextIO: Kind("TextIO", blobs.blob("text/plain"), blob_literals.no_literal, check_instance),
        typing.BinaryIO: Kind(
            "BinaryIO", blobs.blob("application/octet-stream"), blob_literals.no_literal, check_instance
        ),
        typing.Iterator[_JSON]: JSON_LINES,
        typing.Iterator: _ITERATOR,
        collections.abc.Iterator: _ITERATOR,
    }
)
