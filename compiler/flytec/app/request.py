"""What a compilation is asked for, and the settings that lowering makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from flytec.authoring.launch_options import Options
from flytec.load.plan import LoadPlan
from flytec.records import dataclass
from flytec.settings import (
    DEFAULT_IMAGE_NAME,
    DEFAULT_RUNTIME_PYTHON_INTERPRETER,
    FastSerializationSettings,
    ImageConfig,
    SerializationSettings,
    ToolSettings,
)

if TYPE_CHECKING:
    from flytec.images.registry import Access


@dataclass(frozen=True, slots=True, kw_only=True)
class CompileRequest:
    """What to compile, and how; `on_module` is told name, index and total of each module before it is loaded.

    With `registries`, images are named by the digests that their registries have now.
    """

    plan: LoadPlan
    tool: ToolSettings
    config: Path | None = None
    options: Options = field(default_factory=Options)
    on_module: Callable[[str, int, int], None] | None = None
    registries: Access | None = None


def serialization_settings(
    request: CompileRequest, fast: FastSerializationSettings | None = None
) -> SerializationSettings:
    """What lowering is told, from the tool's settings: images, identity, environment, the container's Python.

    `fast` says how containers get an archive of the sources, if they get one.
    """
    tool = request.tool
    return SerializationSettings(
        image_config=_images(request),
        project=tool.project,
        domain=tool.domain,
        version=tool.version,
        env=dict(tool.env) or None,
        python_interpreter=tool.python_interpreter or DEFAULT_RUNTIME_PYTHON_INTERPRETER,
        flytekit_virtualenv_root=tool.virtualenv_root,
        # Spelled out as pyflyte does, since dynamic and eager tasks carry these settings.
        fast_serialization_settings=fast or FastSerializationSettings(enabled=False),
    )


def _images(request: CompileRequest) -> ImageConfig:
    """The images that options and settings name, else those of the configuration file, else flytekit's default image.

    pyflyte does not look into the configuration file here; a file that was named is meant to count.
    """
    tool = request.tool
    config = request.config or tool.config_file
    if config is None or tool.image:
        return ImageConfig.validate_image(None, tool.origin_of("image"), tool.image)
    found = ImageConfig.auto(str(config))
    named = [image for image in found.images or () if image.name == DEFAULT_IMAGE_NAME]
    default = named[0] if named else ImageConfig.validate_image(None, "image", ()).default_image
    return ImageConfig.create_from(default, [image for image in found.images or () if image not in named])
