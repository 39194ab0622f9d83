"""The images that plug-ins publish."""

from __future__ import annotations

import dataclasses
from typing import Any

from flytec.authoring.default_images import DefaultImages
from flytec.authoring.image_spec import ImageSpec
from flytec.settings.images import flytekit_image


class PluginImages(DefaultImages):
    """The images of one plug-in, one for each release of Python and of flytekit."""

    _variant: str
    """What their tags have in front of the version."""

    @classmethod
    def default_image(cls) -> str:
        """The reference for the present Python and the flytekit that is compiled for.

        Raises:
            CannotRunError: FTC603 for a Python release that has none.
        """
        return cls.find_image_for()

    @classmethod
    def find_image_for(cls) -> str:
        """The same: flytekit's images for other releases are asked for by no plug-in."""
        return flytekit_image(cls._variant)


def based_on(base: str, image: Any) -> Any:
    """The image that a task was given; a specification without a base is of `base`."""
    if isinstance(image, ImageSpec) and image.base_image is None:
        return dataclasses.replace(image, base_image=base)
    return image
