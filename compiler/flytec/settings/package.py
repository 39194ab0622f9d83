"""The settings of the source archive: the table [tool.flytec.package], and the options and variables over it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StrictBool

from flytec.settings.copying import CopyFileDetection, FastPackageOptions
from flytec.settings.tool import Text, validated
from flytec.settings.tool_sources import gather_package

COPY_STYLES: Mapping[str, CopyFileDetection] = {
    "auto": CopyFileDetection.LOADED_MODULES,
    "all": CopyFileDetection.ALL,
    "none": CopyFileDetection.NO_COPY,
}
"""The words of pyflyte's option `--copy`."""

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMG]?)(i?)B?", re.IGNORECASE)
_POWERS = {"": 0, "K": 1, "M": 2, "G": 3}
_SIZE_FORM = "a size such as 500K, 10M or 1.5GiB"


def parse_size(value: object) -> object:
    """A size in bytes: a whole number, or text with a unit of 1024, such as `10M` or `1.5 GiB`."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    found = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    size = int(float(found[1]) * 1024 ** _POWERS[found[2].upper()]) if found else 0
    if not size:
        raise ValueError(_SIZE_FORM)
    return size


class PackageSettings(BaseModel):
    """Which files the source archive takes, and what it may hold.

    `ignores`, `keep_default_ignores`, `copy_style` and `show_files` are those of `FastPackageOptions`, `copy_style` by
    the words of `--copy`. `allow_credentials` are paths of files that are meant to be packed though they look like
    credentials. `max_size` counts the bytes of all files.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    ignores: tuple[Text, ...] = ()
    keep_default_ignores: StrictBool = True
    copy_style: Literal["auto", "all", "none"] | None = None
    show_files: StrictBool = False
    deref_symlinks: StrictBool = False
    max_size: Annotated[int, BeforeValidator(parse_size)] | None = None
    allow_credentials: tuple[Text, ...] = ()
    verify: StrictBool = False

    def options(self) -> FastPackageOptions:
        """The part of them that `fast_package` takes as options."""
        return FastPackageOptions(
            ignores=self.ignores,
            keep_default_ignores=self.keep_default_ignores,
            copy_style=None if self.copy_style is None else COPY_STYLES[self.copy_style],
            show_files=self.show_files,
        )


def load_package_settings(*, flags: Mapping[str, object], environ: Mapping[str, str], start: Path) -> PackageSettings:
    """Gathers them as `load_tool_settings` does its own; variables are FLYTEC_PACKAGE_*.

    Raises CannotRunError FTC601 for unknown names and wrong values, FTC605 for a pyproject.toml that cannot be read.
    """
    return validated(PackageSettings, gather_package(flags, environ, start))
