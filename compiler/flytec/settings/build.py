"""The settings of images: the table [tool.flytec.build], and the options and variables over it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, StrictBool

from flytec.settings.image_digest import is_registry
from flytec.settings.tool import Text, validated
from flytec.settings.tool_sources import BUILD_TABLE, gather_table

DEFAULT_IMAGE_NAME = "flytekit"
"""The name of an image that is given none, as of an `ImageSpec`."""


def _checked_version(text: str) -> str:
    if re.fullmatch(r"3\.\d+", text) is None:
        raise ValueError("a Python release such as 3.11")
    return text


def _checked_registry(text: str) -> str:
    if not is_registry(text.lower()):
        raise ValueError("HOST[:PORT][/PATH]")
    return text


class BuildSettings(BaseModel):
    """What images are made of, who builds them, and where they go.

    `base_image`, `requirements`, `python_version`, `image_name`, `labels` and `entrypoint` are about the project's own
    image, the one for tasks that name none. `base_image` is a reference or `oci:FOLDER[:NAME]`, `output` the folder of
    an OCI image layout, `credentials` a `config.json` of docker's.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    fast: StrictBool = False
    builder: Literal["auto", "oci", "docker", "buildah"] = "auto"
    base_image: Text | None = None
    requirements: Text | None = None
    python_version: Annotated[str, AfterValidator(_checked_version)] | None = None
    image_name: Text = DEFAULT_IMAGE_NAME
    registry: Annotated[Text, AfterValidator(_checked_registry)] | None = None
    platform: Text | None = None
    labels: Mapping[str, str] = {}
    entrypoint: tuple[Text, ...] = ()
    copy_style: Literal["all", "auto"] = "all"
    push: StrictBool = False
    output: Text | None = None
    installer: Literal["auto", "uv", "pip"] = "auto"
    compression: Literal["none", "gzip"] = "none"
    plain_http: StrictBool | None = None
    credentials: Text | None = None


def load_build_settings(*, flags: Mapping[str, object], environ: Mapping[str, str], start: Path) -> BuildSettings:
    """Gathers them as `load_tool_settings` does its own; variables are FLYTEC_BUILD_*.

    Raises CannotRunError FTC601 for unknown names and wrong values, FTC605 for a pyproject.toml that cannot be read.
    """
    return validated(BuildSettings, gather_table(BUILD_TABLE, flags, environ, start, tuple(BuildSettings.model_fields)))
