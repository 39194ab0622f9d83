"""`FlyteDirectory` and its aliases."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar, Union

from mashumaro.types import SerializableType

from flytec.authoring.types.file import FlyteFile, Unsubscriptable, format_of, noop
from flytec.authoring.types.models import ModelField
from flytec.authoring.types.paths import is_remote, local_path_error
from flytec.authoring.types.running import only_while_running

T = TypeVar("T")


@dataclass
class FlyteDirectory(SerializableType, ModelField, os.PathLike, Generic[T]):  # type: ignore[type-arg]
    """A folder in the blob store, or one that goes there when a task returns it.

    The dataclass field is what the schema of a dataclass with such a field shows.
    """

    __module__ = "flytekit.types.directory.types"

    path: Union[str, os.PathLike] = field(default=None)  # type: ignore  # noqa: UP007

    def __init__(
        self,
        path: str | os.PathLike[str],
        downloader: Callable[[], Any] | None = None,
        remote_directory: str | os.PathLike[str] | bool | None = None,
    ) -> None:
        self.path = path
        self._downloader = downloader or noop
        self._remote_directory = remote_directory
        self._remote_source: str | None = None

    def __post_init__(self) -> None:
        """Finishes what pydantic made of a dict: it sets the fields and asks for this instead of `__init__`."""
        FlyteDirectory.__init__(self, self.path)

    def __class_getitem__(cls, item: Any) -> "type[FlyteDirectory[Any]]":
        extension = "" if item is None else format_of(item)
        if extension == "":
            return cls

        class _SpecificFormatDirectoryClass(FlyteDirectory):  # type: ignore[type-arg]
            __module__ = "flytekit.types.directory.types"
            __origin__ = FlyteDirectory
            __class_getitem__ = Unsubscriptable()  # type: ignore[assignment]

            @classmethod
            def extension(cls) -> str:
                return extension

        return _SpecificFormatDirectoryClass

    def _serialize(self) -> dict[str, str]:
        if self._remote_source is not None:
            return {"path": self._remote_source}
        moves = isinstance(self.remote_directory, (Path, str))
        if moves or (self.remote_directory is not False and not is_remote(self.path)):
            raise local_path_error("FlyteDirectory", self.path)
        return {"path": str(self.path)}

    @classmethod
    def _deserialize(cls, value: dict[str, str]) -> "FlyteDirectory[Any]":
        return cls(path=value["path"])

    @classmethod
    def extension(cls) -> str:
        """The format of the files, "" where any will do."""
        return ""

    @classmethod
    def new_remote(cls, stem: str | None = None, alt: str | None = None) -> "FlyteDirectory[Any]":  # noqa: ARG003
        """A folder at a fresh place in the blob store; only while running."""
        raise only_while_running("FlyteDirectory.new_remote()")

    @classmethod
    def new(cls, dirname: str | os.PathLike[str]) -> "FlyteDirectory[Any]":  # noqa: ARG003
        """A folder in the working directory of the running task; only while running."""
        raise only_while_running("FlyteDirectory.new()")

    @classmethod
    def from_source(cls, source: str | os.PathLike[str]) -> "FlyteDirectory[Any]":
        """A folder that is downloaded from `source` when it is read."""
        directory = cls(path=source)
        if is_remote(source):
            directory._remote_source = str(source)
        return directory

    @classmethod
    def listdir(cls, directory: "FlyteDirectory[Any]") -> list[Any]:  # noqa: ARG003
        """What is in `directory`; only while running."""
        raise only_while_running("FlyteDirectory.listdir()")

    def __fspath__(self) -> str:
        self._downloader()
        return str(self.path)

    def __repr__(self) -> str:
        return str(self.path)

    def __str__(self) -> str:
        return str(self.path)

    def __truediv__(self, other: str | os.PathLike[str]) -> Path:
        return Path(self.path) / other

    @property
    def downloaded(self) -> bool:
        """Whether the content is here; never while compiling."""
        return False

    @property
    def remote_directory(self) -> str | os.PathLike[str] | bool | None:
        """Where a task puts the folder, `False` for nowhere."""
        return self._remote_directory

    @property
    def remote_source(self) -> str | None:
        """Where the folder comes from, if it was made by `from_source`."""
        return self._remote_source

    @property
    def sep(self) -> str:
        """What stands between the parts of a path."""
        return "/"

    def new_file(self, name: str | None = None) -> FlyteFile[Any]:
        """A file of this name in the folder; a random name is for running tasks only."""
        return FlyteFile(path=self._child(name, "new_file"))

    def new_dir(self, name: str | None = None) -> "FlyteDirectory[Any]":
        """A folder of this name in the folder; a random name is for running tasks only."""
        return FlyteDirectory(path=self._child(name, "new_dir"))

    def download(self) -> str:
        """Fetches the content; only while running, unless the folder is local."""
        return self.__fspath__()

    def crawl(self, *_: Any, **__: Any) -> Iterator[Any]:
        """Every file below the folder; only while running."""
        raise only_while_running("FlyteDirectory.crawl()")

    def _child(self, name: str | None, method: str) -> str:
        if not name:
            raise only_while_running(f"FlyteDirectory.{method}() without a name")
        return f"{str(self.path).rstrip('/')}/{name}"


tensorboard = TypeVar("tensorboard")
tfrecords_dir = TypeVar("tfrecords_dir")

TensorboardLogs = FlyteDirectory[tensorboard]
TFRecordsDirectory = FlyteDirectory[tfrecords_dir]
