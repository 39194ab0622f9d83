"""Container images of tasks: fixed names, and templates such as `{{.image.default.fqn}}:{{.image.default.version}}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flytec.authoring.entity import shown
from flytec.codes import INVALID_DECLARATION, UNKNOWN_IMAGE
from flytec.diagnostics import UserError, user_error
from flytec.settings.images import Image, ImageConfig

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

_PLACEHOLDER = re.compile(r"({{\s*\.images?\.([a-z0-9_-]+)(?:\.([a-z0-9_-]+))?\s*}})", re.IGNORECASE)


def task_image(image: Any, settings: SerializationSettings, *, copies: bool = True) -> str:
    """The image that a container runs, given by name, template or specification.

    Args:
        image: what the user wrote, `None` for the default image.
        settings: configured images, and where sources are.
        copies: whether sources may go into an image that is specified.

    Raises:
        UserError: FTC210 for templates that do not resolve, FTC201 and FTC200 for specifications that do not.
    """
    from flytec.authoring.image_spec import ImageSpec

    if isinstance(image, ImageSpec):
        if copies:
            image.with_sources(settings)
        return image.resolve()
    if image is not None and not isinstance(image, str):
        raise user_error(INVALID_DECLARATION, f"its image is {shown(image)}, expected text or an ImageSpec")
    return resolve_image(image, settings.image_config)


def resolve_image(image: str | None, images: ImageConfig) -> str:
    """The image that a task's container runs: `image` with its placeholders filled, or the default image.

    Raises:
        UserError: FTC210 for a placeholder that names no configured image, and without any image.
    """
    if not image:
        if images.default_image is None:
            raise user_error(
                UNKNOWN_IMAGE,
                "the task has no image, and there is no default one",
                hint="pass --image, or set image in [tool.flytec]",
            )
        return images.default_image.full
    for placeholder, name, attribute in _PLACEHOLDER.findall(image):
        image = _filled(image, placeholder, name, attribute, images)
    return image


def _filled(image: str, placeholder: str, name: str, attribute: str, images: ImageConfig) -> str:
    found: Image | None = images.find_image(name)
    if found is None:
        raise _unknown(f"{placeholder} names image {name!r}, which is not configured", f"pass --image {name}=...")
    match attribute:
        case "":
            return image.replace(placeholder, found.full)
        case "fqn":
            return image.replace(placeholder, found.fqn)
        case "version":
            version = found.version or (images.default_image.version if images.default_image else None)
            if version is None:
                raise _unknown(f"{placeholder} asks for a version, but image {name!r} has none", "give it a tag")
            # A digest follows the name behind "@", where a tag follows behind ":".
            if ":" in version and f":{placeholder}" in image:
                return image.replace(f":{placeholder}", f"@{version}")
            return image.replace(placeholder, version)
        case _:
            raise _unknown(f"{placeholder} asks for {attribute!r} of an image", "use fqn or version")


def _unknown(message: str, hint: str) -> UserError:
    return user_error(UNKNOWN_IMAGE, message, hint=hint)
