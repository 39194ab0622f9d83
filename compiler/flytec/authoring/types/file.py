"""`FlyteFile` and its aliases."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, Optional, TypeVar, Union, get_args, get_origin

from mashumaro.types import SerializableType

from flytec.authoring.types.models import ModelField
from flytec.authoring.types.paths import is_remote, local_path_error
from flytec.authoring.types.running import only_while_running

T = TypeVar("T")


def noop() -> None:
    """The downloader of a file that is where it should be."""


class FileExt:
    """A format that is no identifier, as in `Annotated[str, FileExt("tar.gz")]`."""

    __module__ = "flytekit.types.file"

    def __init__(self, ext: str) -> None:
        self._ext = ext

    def __str__(self) -> str:
        return self._ext

    def __repr__(self) -> str:
        return self._ext

    @staticmethod
    def check_and_convert_to_str(item: Any) -> str:
        """The format that `item` names: a string, a type variable, or an annotated `str`."""
        if get_origin(item) is not Annotated:
            return str(item)
        if get_args(item)[0] is str:
            return str(get_args(item)[1])
        raise ValueError(f"the format of a file is {item}, expected a string, a type variable or Annotated[str, ...]")


def format_of(item: Any) -> str:
    """The format that stands in `FlyteFile[item]`, without the marks of a type variable or a suffix."""
    return FileExt.check_and_convert_to_str(item).strip().lstrip("~").lstrip(".")


class Unsubscriptable:
    """Hides `__class_getitem__` of a class that has its format already, so that mashumaro takes it as no generic."""

    def __get__(self, instance: object, owner: type) -> object:
        raise AttributeError("__class_getitem__")


@dataclass
class FlyteFile(SerializableType, ModelField, os.PathLike, Generic[T]):  # type: ignore[type-arg]
    """A file in the blob store, or one that goes there when a task returns it.

    The dataclass fields are what the schema of a dataclass with such a field shows.
    """

    __module__ = "flytekit.types.file.file"

    path: Union[str, os.PathLike] = field(default=None)  # type: ignore  # noqa: UP007
    metadata: Optional[dict[str, str]] = None  # noqa: UP045

    def __init__(
        self,
        path: str | os.PathLike[str],
        downloader: Callable[[], Any] = noop,
        remote_path: str | os.PathLike[str] | bool | None = None,
        metadata: dict[str, str] | None = None,
    ) -> None:
        self.path = path
        self.metadata = metadata
        self._downloader = downloader
        self._remote_path = remote_path
        self._remote_source = path if is_remote(path) else None

    def __post_init__(self) -> None:
        """Finishes what pydantic made of a dict: it sets the fields and asks for this instead of `__init__`."""
        FlyteFile.__init__(self, self.path, metadata=self.metadata)

    def __class_getitem__(cls, item: Any) -> "type[FlyteFile[Any]]":
        if item is None or item == "":
            return cls
        extension = format_of(item)

        class _SpecificFormatClass(FlyteFile):  # type: ignore[type-arg]
            __module__ = "flytekit.types.file.file"
            __origin__ = FlyteFile
            __class_getitem__ = Unsubscriptable()  # type: ignore[assignment]

            @classmethod
            def extension(cls) -> str:
                return extension

        return _SpecificFormatClass

    def _serialize(self) -> dict[str, Any]:
        if self._remote_source is None and self.remote_path is not False and not is_remote(self.path):
            raise local_path_error("FlyteFile", self.path)
        out: dict[str, Any] = {"path": str(self._remote_source or self.path)}
        if self.metadata:
            out["metadata"] = self.metadata
        return out

    @classmethod
    def _deserialize(cls, value: dict[str, Any]) -> "FlyteFile[Any]":
        return cls(path=value["path"], metadata=value.get("metadata"))

    @classmethod
    def extension(cls) -> str:
        """The format of the file, "" where any will do."""
        return ""

    @classmethod
    def new_remote_file(cls, name: str | None = None, alt: str | None = None) -> "FlyteFile[Any]":  # noqa: ARG003
        """A file at a fresh place in the blob store; only while running."""
        raise only_while_running("FlyteFile.new_remote_file()")

    @classmethod
    def new(cls, filename: str | os.PathLike[str]) -> "FlyteFile[Any]":  # noqa: ARG003
        """A file in the working directory of the running task; only while running."""
        raise only_while_running("FlyteFile.new()")

    @classmethod
    def from_source(cls, source: str | os.PathLike[str]) -> "FlyteFile[Any]":
        """A file that is downloaded from `source` when it is opened."""
        return cls(path=source)

    def __fspath__(self) -> str:
        if self._remote_source is not None:
            raise only_while_running("FlyteFile.__fspath__()")
        self._downloader()
        return str(self.path)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FlyteFile):
            mine = (self.path, self._remote_path, self.extension())
            return mine == (other.path, other._remote_path, other.extension())
        return self.path == other

    def __hash__(self) -> int:
        return hash(str(self.path))

    def __repr__(self) -> str:
        return str(self.path)

    def __str__(self) -> str:
        return str(self.path)

    @property
    def downloaded(self) -> bool:
        """Whether the content is here; never while compiling."""
        return False

    @property
    def remote_path(self) -> str | os.PathLike[str] | bool | None:
        """Where a task puts the file, `False` for nowhere."""
        return self._remote_path

    @property
    def remote_source(self) -> str | os.PathLike[str] | None:
        """Where the file comes from, if that is remote."""
        return self._remote_source

    def download(self) -> str:
        """Fetches the content; only while running, unless the file is local."""
        return self.__fspath__()

    def open(self, *_: Any, **__: Any) -> Any:
        """A stream of the content; only while running."""
        raise only_while_running("FlyteFile.open()")


hdf5 = Annotated[str, FileExt("hdf5")]
html = Annotated[str, FileExt("html")]
joblib = Annotated[str, FileExt("joblib")]
jpeg = Annotated[str, FileExt("jpeg")]
pdf = Annotated[str, FileExt("pdf")]
png = Annotated[str, FileExt("png")]
python_pickle = Annotated[str, FileExt("python_pickle")]
ipynb = Annotated[str, FileExt("ipynb")]
svg = Annotated[str, FileExt("svg")]
csv = Annotated[str, FileExt("csv")]
onnx = Annotated[str, FileExt("onnx")]
tfrecords_file = Annotated[str, FileExt("tfrecord")]
jsonl_file = Annotated[str, FileExt("jsonl")]

HDF5EncodedFile = FlyteFile[hdf5]
HTMLPage = FlyteFile[html]
JoblibSerializedFile = FlyteFile[joblib]
JPEGImageFile = FlyteFile[jpeg]
PDFFile = FlyteFile[pdf]
PNGImageFile = FlyteFile[png]
PythonPickledFile = FlyteFile[python_pickle]
PythonNotebook = FlyteFile[ipynb]
SVGImageFile = FlyteFile[svg]
CSVFile = FlyteFile[csv]
ONNXFile = FlyteFile[onnx]
TFRecordFile = FlyteFile[tfrecords_file]
JSONLFile = FlyteFile[jsonl_file]
