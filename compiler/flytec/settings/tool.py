"""flytec's own settings: one frozen model, and the order in which its sources count."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PrivateAttr,
    StrictBool,
    StringConstraints,
    ValidationError,
)
from pydantic_core import ErrorDetails

from flytec.codes import INVALID_SETTING
from flytec.diagnostics import CannotRunError, Diagnostic
from flytec.settings.check import EVERYWHERE, CheckSettings, PlatformSettings, as_platform, with_underscores
from flytec.settings.target import FLYTEKIT_TARGET_VERSION
from flytec.settings.tool_sources import Given, gather
from flytec.settings.types import ModuleName, NamedType, NamedTypes, Plugin
from flytec.settings.validation import dotted, expectation
from flytec.settings.wording import shown, unknown_name

DEFAULT_ORIGIN = "default"

M = TypeVar("M", bound=BaseModel)
Text = Annotated[str, StringConstraints(min_length=1)]


def _one_image(text: str) -> str:
    """What no registry can have is one reference: several lines, as `flytec build` prints them for several images."""
    if any(map(str.isspace, text)):
        raise ValueError("one image, without white space")
    return text


ImageText = Annotated[Text, AfterValidator(_one_image)]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$")]


class ToolSettings(BaseModel):
    """What a run of flytec is told; `origin_of` tells where each value came from.

    `python_interpreter` and `virtualenv_root` are paths in the container, `source_root`, `config_file`, `known`,
    `baseline` and `package_root` are paths here. `package_root` is flytekit's FLYTE_PYTHON_PACKAGE_ROOT: "auto", "." or
    a folder. `plugins` are those that flytekit finds in the container without an import, `types` what types are that
    flytec does not know by name. `missing_imports` is about modules that are not installed; `placeholders` are modules
    to be replaced in any case.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    image: tuple[ImageText, ...] = ()
    project: Text | None = None
    domain: Text | None = None
    version: Text | None = None
    env: Mapping[str, str] = {}
    python_interpreter: Text | None = None
    virtualenv_root: Text | None = None
    source_root: Text | None = None
    packages: tuple[Text, ...] = ()
    frontend: Literal["stand-in", "flytekit"] = "stand-in"
    target_version: Version = FLYTEKIT_TARGET_VERSION
    package_root: Text = "auto"
    config_file: Text | None = None
    format: Literal["text", "json"] = "text"
    keep_going: StrictBool = False
    no_check: StrictBool = False
    check: Annotated[CheckSettings, BeforeValidator(with_underscores)] = CheckSettings()
    platform: Annotated[PlatformSettings, BeforeValidator(as_platform)] = PlatformSettings()
    known: tuple[Text, ...] = ()
    closed: StrictBool = False
    baseline: Text | None = None
    plugins: tuple[Plugin, ...] = ()
    missing_imports: Literal["placeholder", "error"] = "placeholder"
    placeholders: tuple[ModuleName, ...] = ()
    types: NamedTypes = {}

    _origins: dict[str, str] = PrivateAttr(default_factory=dict)

    def origin_of(self, name: str) -> str:
        """Where the value of setting `name` came from, as the subject of a sentence; "default" for an unset one."""
        return self._origins.get(name, DEFAULT_ORIGIN)


def load_tool_settings(*, flags: Mapping[str, object], environ: Mapping[str, str], start: Path) -> ToolSettings:
    """Gather the settings of a run.

    Options count more than FLYTEC_* variables, these more than [tool.flytec] in the nearest pyproject.toml from
    `start` (an absolute folder) upwards, that more than defaults. A source replaces a list or mapping as a whole. In
    `flags`, by setting name, None and empty collections stand for options that were not given.

    Raises CannotRunError FTC601 with a finding for each unknown name and wrong value, which names its place, and FTC605
    for a pyproject.toml that cannot be read.
    """
    given = gather(flags, environ, start, tuple(ToolSettings.model_fields))
    settings = validated(ToolSettings, given)
    folders = {name: row.folder or start for name, row in given.items()}
    check = settings.check.below(folders.get("check", start))
    types = {name: row.below(folders["types"]) for name, row in settings.types.items()}
    settings = settings.model_copy(update={"check": check, "types": types})
    settings._origins.update({name: row.origin for name, row in given.items()})
    return settings


def validated(model: type[M], given: Mapping[str, Given]) -> M:
    """A model of settings from what was given; raises CannotRunError FTC601 with a finding for each wrong value."""
    try:
        return model.model_validate({name: row.value for name, row in given.items()})
    except ValidationError as error:
        raise CannotRunError(*(_finding(row, given) for row in error.errors(include_url=False))) from None


def _finding(row: ErrorDetails, given: Mapping[str, Given]) -> Diagnostic:
    name, *rest = row["loc"]
    source = given[str(name)]
    rest = _as_written(source.value, rest)
    path = dotted([step for step in rest if step != EVERYWHERE])  # a list, which counts everywhere, has no such step
    subject = source.origin + (path if path.startswith("[") or not path else f".{path}")
    if row["type"] == "extra_forbidden":
        return unknown_name(subject, str(rest[-1]), _names(str(name), rest[:-1]))
    return Diagnostic(
        code=INVALID_SETTING,
        message=f"{subject} is {shown(row['input'])}, expected {expectation(row)}",
        hint=f"Correct {name}.",
    )


def _as_written(value: object, path: Sequence[int | str]) -> list[int | str]:
    """The part of `path` that the user wrote: the table that a name stands for is none of it."""
    written: list[int | str] = []
    for step in path:
        if isinstance(value, str) or step == "[key]":
            break
        written.append(step)
        value = value.get(step) if isinstance(value, Mapping) else None
    return written


def _names(name: str, path: Sequence[int | str]) -> Sequence[str]:
    """The keys that a table of the settings may have."""
    if name == "types":
        return tuple(NamedType.model_fields)
    model: type[BaseModel] = ToolSettings
    for step in (name, *path):
        field = model.model_fields[str(step)]
        assert isinstance(field.annotation, type)
        model = field.annotation
    return tuple(model.model_fields)
