"""`FlyteSchema`, the predecessor of `StructuredDataset`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Optional

from mashumaro.types import SerializableType

from flytec.authoring.types.file import Unsubscriptable
from flytec.authoring.types.models import ModelField
from flytec.authoring.types.running import only_while_running
from flytec.codes import INVALID_LITERAL
from flytec.diagnostics import user_error


class SchemaFormat(Enum):
    """How a schema is stored."""

    PARQUET = "parquet"


class SchemaOpenMode(Enum):
    """What a schema is opened for."""

    READ = "r"
    WRITE = "w"


SchemaFormat.__module__ = SchemaOpenMode.__module__ = "flytekit.types.schema.types"


@dataclass
class FlyteSchema(SerializableType, ModelField):
    """Tabular data with typed columns.

    The dataclass field is what the schema of a dataclass with such a field shows.
    """

    __module__ = "flytekit.types.schema.types"

    remote_path: Optional[str] = field(default=None)  # noqa: UP045

    def __init__(
        self,
        local_path: str | None = None,
        remote_path: str | None = None,
        supported_mode: SchemaOpenMode = SchemaOpenMode.WRITE,
        downloader: Callable[..., Any] | None = None,
    ) -> None:
        if supported_mode is SchemaOpenMode.READ and remote_path is None:
            raise ValueError("a FlyteSchema for reading has no remote_path, expected one")
        self._local_path = local_path
        self.remote_path = remote_path
        self._supported_mode = supported_mode
        self._downloader = downloader

    def __class_getitem__(
        cls, columns: dict[str, Any] | None, fmt: SchemaFormat = SchemaFormat.PARQUET
    ) -> "type[FlyteSchema]":
        if columns is not None and not isinstance(columns, dict):
            raise AssertionError(f"the columns of a FlyteSchema are {columns!r}, expected kwtypes(name=type)")
        if not columns:
            return FlyteSchema
        typed = columns

        class _TypedSchema(FlyteSchema):
            __module__ = "flytekit.types.schema.types"
            __origin__ = FlyteSchema
            __class_getitem__ = Unsubscriptable()  # type: ignore[assignment]

            @classmethod
            def columns(cls) -> dict[str, Any]:
                return typed

            @classmethod
            def format(cls) -> SchemaFormat:
                return fmt

        return _TypedSchema

    def _serialize(self) -> dict[str, str | None]:
        return {"remote_path": self.checked_path()}

    @classmethod
    def _deserialize(cls, value: dict[str, Any]) -> "FlyteSchema":
        return cls(remote_path=value["remote_path"], supported_mode=SchemaOpenMode.READ)

    def checked_path(self) -> str:
        """The remote path of a schema that is there to be read.

        Raises: INVALID_LITERAL where its content would be uploaded from this machine.
        """
        if self.supported_mode is SchemaOpenMode.READ and self.remote_path:
            return self.remote_path
        raise user_error(
            INVALID_LITERAL,
            "the FlyteSchema is open for writing, expected one that is read from a remote path",
            hint="give remote_path=... and supported_mode=SchemaOpenMode.READ",
        )

    @classmethod
    def columns(cls) -> dict[str, Any]:
        """Name and type of each column."""
        return {}

    @classmethod
    def column_names(cls) -> list[str]:
        """The names of these columns."""
        return list(cls.columns())

    @classmethod
    def format(cls) -> SchemaFormat:
        """How the schema is stored."""
        return SchemaFormat.PARQUET

    @property
    def local_path(self) -> str | None:
        """Where the content is on this machine, if that was given."""
        return self._local_path

    @property
    def supported_mode(self) -> SchemaOpenMode:
        """What the schema was made for."""
        return self._supported_mode

    def open(self, *_: Any, **__: Any) -> Any:
        """A reader or writer of the content; only while running."""
        raise only_while_running("FlyteSchema.open()")

    def as_readonly(self) -> "FlyteSchema":
        """The same content for reading; only while running."""
        raise only_while_running("FlyteSchema.as_readonly()")
