"""`[tool.flytec.types]`: what types are to Flyte that flytec does not know by name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StrictBool,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError
from typing_extensions import Self

from flytec.settings.check import with_underscores

Plugin = Literal[
    "airflow",
    "huggingface",
    "modin",
    "omegaconf",
    "pandera",
    "polars",
    "pydantic",
    "spark",
    "vaex",
    "whylogs",
    "xarray",
]
"""The plug-ins that count without an import, each by what stands behind `flytekitplugins.`.

They make types of other libraries known, and that for Airflow makes tasks of operators.
"""

# Which keys say more of which kind.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "structured-dataset": (),
    "blob": ("format", "multipart"),
    "pickle": ("name",),
    "struct": ("schema_file",),
    "literal-type": ("file",),
}
_FILES = ("schema_file", "file")


def _dotted_name(text: str) -> str:
    parts = text.split(".")
    if len(parts) > 1 and all(part.isidentifier() for part in parts):
        return text
    raise PydanticCustomError("dotted_name", "no dotted name")


def _module_name(text: str) -> str:
    if all(part.isidentifier() for part in text.split(".")):
        return text
    raise PydanticCustomError("module_name", "no name of a module")


Text = Annotated[str, StringConstraints(min_length=1)]
DottedName = Annotated[str, AfterValidator(_dotted_name)]
ModuleName = Annotated[str, AfterValidator(_module_name)]


class NamedType(BaseModel):
    """What one type is: its kind, and what more there is to say of it.

    `format` and `multipart` are those of a blob, `name` is the class as a pickle names it. `schema_file` has the JSON
    schema of a struct, `file` a whole LiteralType as JSON; both are paths on this machine. `transformer` is the name of
    flytekit's transformer, which a union tells its variants apart by.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["structured-dataset", "blob", "pickle", "struct", "literal-type"]
    format: str | None = None
    multipart: StrictBool | None = None
    name: DottedName | None = None
    schema_file: Text | None = None
    file: Text | None = None
    transformer: Text | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        for owner, keys in _KEYS.items():
            for key in keys:
                if owner != self.kind and getattr(self, key) is not None:
                    raise _incomplete(f"no {key}, which belongs to the kind {owner}")
        if self.kind == "blob" and self.format is None:
            raise _incomplete("a format too, which may be empty")
        if self.kind == "literal-type" and self.file is None:
            raise _incomplete("a file too")
        return self

    def below(self, folder: Path) -> "NamedType":
        """The same with paths that count from `folder`."""
        paths = {key: str(folder / getattr(self, key)) for key in _FILES if getattr(self, key)}
        return self.model_copy(update=paths) if paths else self


def _incomplete(expected: str) -> PydanticCustomError:
    return PydanticCustomError("incomplete_table", "{expected}", {"expected": expected})


def as_named_type(value: object) -> object:
    """The name of a kind stands for the table with that kind alone."""
    return {"kind": value} if isinstance(value, str) else with_underscores(value)


NamedTypes = Mapping[DottedName, Annotated[NamedType, BeforeValidator(as_named_type)]]
