"""Turns the source text of a case into a Python type and value, the same way on the oracle's side and on ours.

Only the standard library is imported here. Libraries that are not installed are stood in for by modules that have
their classes' names.
"""

import importlib
import sys
import types
from collections.abc import Mapping
from importlib.machinery import ModuleSpec
from typing import Any

PREAMBLE = """
import collections, collections.abc, dataclasses, datetime, enum, os, pathlib, typing
from collections import OrderedDict
from dataclasses import InitVar, KW_ONLY, dataclass, field
from datetime import date, timedelta, timezone
from enum import Enum, IntEnum
from typing import Annotated, Any, BinaryIO, Callable, ClassVar, Dict, Generic, Iterator, List, Literal, Mapping
from typing import NamedTuple, NewType, Optional, Sequence, Set, TextIO, Tuple, TypeVar, TypedDict, Union
import google.protobuf.struct_pb2 as struct_pb2
import google.protobuf.timestamp_pb2 as timestamp_pb2
import numpy as np
import pandas as pd
import PIL.Image, pyarrow, pydantic, sklearn.base, torch
from dataclasses_json import DataClassJsonMixin, dataclass_json
from mashumaro.mixins.json import DataClassJSONMixin
import flytekit
from flytekit import BatchSize, FlyteDirectory, FlyteFile, HashMethod, StructuredDataset, kwtypes
from flytekit.core.annotation import FlyteAnnotation
from flytekit.types import directory, file
from flytekit.types.directory import TensorboardLogs, TFRecordsDirectory
from flytekit.types.error import FlyteError
from flytekit.types.file import FileExt
from flytekit.types.iterator import JSON
from flytekit.types.iterator.json_iterator import JSONIterator
from flytekit.types.pickle import FlytePickle
from flytekit.types.schema import FlyteSchema, SchemaOpenMode
from flytekit.types.structured.structured_dataset import CSV, PARQUET
"""

_FOREIGN: Mapping[str, Mapping[str, str]] = {
    "PIL": {},
    "PIL.Image": {"Image": "PIL.Image.Image"},
    "pyarrow": {"Table": "pyarrow.lib.Table"},
    "pyarrow.lib": {"Schema": "pyarrow.lib.Schema"},
    "sklearn": {},
    "sklearn.base": {"BaseEstimator": "sklearn.base.BaseEstimator"},
    "torch": {"Tensor": "torch.Tensor"},
    "torch.nn": {"Module": "torch.nn.modules.module.Module"},
    "torch.optim": {"Optimizer": "torch.optim.optimizer.Optimizer"},
}


def foreign_modules() -> dict[str, types.ModuleType]:
    """Modules for the libraries that are not installed, each with classes of the right dotted names."""
    modules = {}
    for name, classes in _FOREIGN.items():
        module = modules[name] = types.ModuleType(name)
        module.__spec__ = ModuleSpec(name, None, is_package=True)
        module.__path__ = []
        for attribute, dotted in classes.items():
            owner, _, qualname = dotted.rpartition(".")
            body = {"__module__": owner, "to_string": lambda _: "a: int64"}
            setattr(module, attribute, type(qualname, (), body))
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(modules[parent], child, module)
    return modules


class Cases:
    """Evaluates cases, each in a module of its own that has the names of the preamble."""

    def __init__(self) -> None:
        importlib.import_module("pandas")  # before pyarrow is stood in for: pandas asks it for its version
        sys.modules.update(foreign_modules())
        self._names: dict[str, Any] = {}
        exec(PREAMBLE, self._names)

    def module(self, name: str, setup: str) -> types.ModuleType:
        """A module of this name in which `setup` has run; it stays in `sys.modules`, where hints are looked up."""
        module = sys.modules[name] = types.ModuleType(name)
        vars(module).update({key: value for key, value in self._names.items() if not key.startswith("__")})
        exec(setup, vars(module))
        return module


def evaluate(module: types.ModuleType, expression: str) -> Any:
    """The value of an expression in a module."""
    return eval(expression, vars(module))
