"""The image that flytekit takes where none is named."""

from __future__ import annotations

from flytec.settings.images import ImageConfig


class DefaultImages:
    """flytekit's own images, one for each release of Python and of flytekit."""

    @classmethod
    def default_image(cls) -> str:
        """The reference of the image for the present Python and the flytekit that is compiled for.

        Raises:
            CannotRunError: FTC603 for a Python release that has none.
        """
        image = ImageConfig.auto_default_image().default_image
        assert image is not None, "auto_default_image names one"
        return image.full
