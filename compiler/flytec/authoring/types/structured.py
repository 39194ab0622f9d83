"""`StructuredDataset` and the names of its formats."""

from dataclasses import dataclass, field
from typing import Any, Optional

from mashumaro.types import SerializableType

from flytec.authoring.types.models import ModelField
from flytec.authoring.types.paths import is_remote, local_path_error
from flytec.authoring.types.running import only_while_running
from flytec.codes import INVALID_LITERAL, UNSUPPORTED_TYPE
from flytec.diagnostics import user_error

StructuredDatasetFormat = str

PARQUET: StructuredDatasetFormat = "parquet"
CSV: StructuredDatasetFormat = "csv"
GENERIC_FORMAT: StructuredDatasetFormat = ""
GENERIC_PROTOCOL: str = "generic protocol"


@dataclass
class StructuredDataset(SerializableType, ModelField):
    """Tabular data in the blob store, or a dataframe that goes there when a task returns it.

    The dataclass fields are what the schema of a dataclass with such a field shows.
    """

    __module__ = "flytekit.types.structured.structured_dataset"

    uri: Optional[str] = field(default=None)  # noqa: UP045
    file_format: Optional[str] = field(default=GENERIC_FORMAT)  # noqa: UP045

    def __init__(
        self,
        dataframe: Any = None,
        uri: str | None = None,
        metadata: Any = None,
        **kwargs: Any,
    ) -> None:
        self._dataframe = dataframe
        self.uri = uri
        self.file_format = kwargs.get("file_format", GENERIC_FORMAT)
        self._metadata = metadata

    def _serialize(self) -> dict[str, str | None]:
        return {"uri": self.checked_uri(), "file_format": self.file_format}

    @classmethod
    def _deserialize(cls, value: dict[str, Any]) -> "StructuredDataset":
        return cls(uri=value["uri"], file_format=value.get("file_format"))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """Refuses: the description in flytekit's schema is flytekit's own docstring."""
        raise user_error(
            UNSUPPORTED_TYPE,
            "a pydantic model has a field of StructuredDataset, expected it as an input or output of its own",
            hint="take it out of the model, or compile with --frontend flytekit",
        )

    def checked_uri(self) -> str:
        """The URI, if the dataset is one that can be named without an upload.

        Raises: INVALID_LITERAL where it holds a dataframe, has no URI, or has one on this machine.
        """
        if self.dataframe is not None or not self.uri:
            held = "a dataframe" if self.dataframe is not None else "neither a dataframe nor a URI"
            raise user_error(
                INVALID_LITERAL,
                f"the StructuredDataset holds {held}, expected a remote URI",
                hint="put the data where the cluster can read it, and give its URI, such as s3://bucket/key",
            )
        if not is_remote(self.uri):
            raise local_path_error("StructuredDataset", self.uri)
        return self.uri

    @classmethod
    def columns(cls) -> dict[str, Any]:
        """The columns that the class knows: none."""
        return {}

    @classmethod
    def column_names(cls) -> list[str]:
        """The names of these columns."""
        return list(cls.columns())

    @property
    def dataframe(self) -> Any:
        """The dataframe as given."""
        return self._dataframe

    @property
    def metadata(self) -> Any:
        """The metadata as given."""
        return self._metadata

    @property
    def literal(self) -> None:
        """The literal that a running task got the dataset from; none while compiling."""
        return None

    def open(self, *_: Any) -> "StructuredDataset":
        """Reads the dataset as `dataframe_type`; only while running."""
        raise only_while_running("StructuredDataset.open()")

    def all(self) -> Any:
        """The dataset as one dataframe; only while running."""
        raise only_while_running("StructuredDataset.all()")

    def iter(self) -> Any:
        """The dataset in parts; only while running."""
        raise only_while_running("StructuredDataset.iter()")
